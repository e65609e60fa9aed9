/** Which sheets has a workbook, in their order, and where are they in the archive? */
import { posix } from 'node:path'
import { toNfc } from '../../../../core/text.ts'
import type { Archive } from '../../archive.ts'
import type { ReadPart } from '../xlsx.ts'

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[]
  readonly parts: { readonly styles: string | null; readonly sharedTexts: string | null }
  /** Day 0 of its dates: old files of Macs count from 1904. */
  readonly epoch: 1900 | 1904
}

interface Relation {
  readonly kind: string
  readonly target: string
}

const usualPart = 'xl/workbook.xml'

export async function readWorkbook(archive: Archive, readPart: ReadPart): Promise<Workbook> {
  const part = await findWorkbookPart(archive, readPart)
  const relations = await readRelations(part, { archive, readPart })
  const listed: { name: string; isHidden: boolean; relation: Relation | undefined }[] = []
  let epoch: Workbook['epoch'] = 1900
  await readPart(part, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) epoch = 1904
      if (name !== 'sheet') return
      listed.push({
        name: toNfc(attributes['name'] ?? ''),
        isHidden: (attributes['state'] ?? 'visible') !== 'visible',
        // Whatever prefix the namespace of relations has, the attribute ends in `:id`.
        relation: relations.get(Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''),
      })
    },
  })
  const findPart = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind && archive.has(relation.target))
      ?.target ?? null
  return {
    // Sheets of a chart or a macro hold no cells.
    sheets: listed.flatMap(({ name, isHidden, relation }) =>
      relation?.kind === 'worksheet' ? [{ name, isHidden, part: relation.target }] : [],
    ),
    parts: { styles: findPart('styles'), sharedTexts: findPart('sharedStrings') },
    epoch,
  }
}

async function findWorkbookPart(archive: Archive, readPart: ReadPart): Promise<string> {
  if (archive.has(usualPart)) return usualPart
  const relations = await readRelations('', { archive, readPart })
  return [...relations.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? usualPart
}

/** Of a part: `xl/workbook.xml` has them in `xl/_rels/workbook.xml.rels`. Targets are names in the archive. */
async function readRelations(
  part: string,
  { archive, readPart }: { readonly archive: Archive; readonly readPart: ReadPart },
): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part)
  const listing = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations = new Map<string, Relation>()
  if (!archive.has(listing)) return relations
  await readPart(listing, {
    open: (name, attributes) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return
      const inArchive = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.set(id, { kind: type?.split('/').at(-1) ?? '', target: inArchive })
    },
  })
  return relations
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on'
}
