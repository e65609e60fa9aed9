/** Which modules does the page need before anything else? They are one file: many small ones would each cost headers and compress worse. */

interface Chunking {
  readonly getModuleInfo: (id: string) => {
    readonly isEntry: boolean
    readonly importers: readonly string[]
  } | null
}

const known = new Map<string, boolean>()

/** The name of the chunk for what the entry imports without waiting; null leaves a module where it falls. */
export function toOpeningChunk(id: string, chunking: Chunking): string | null {
  return !id.includes('node_modules') && isReachedFromEntry(id, chunking, new Set()) ? 'opening' : null
}

function isReachedFromEntry(id: string, chunking: Chunking, onTheWay: Set<string>): boolean {
  const before = known.get(id)
  if (before !== undefined) return before
  if (onTheWay.has(id)) return false
  onTheWay.add(id)
  const module = chunking.getModuleInfo(id)
  const isReached =
    module !== null &&
    (module.isEntry || module.importers.some((importer) => isReachedFromEntry(importer, chunking, onTheWay)))
  known.set(id, isReached)
  return isReached
}
