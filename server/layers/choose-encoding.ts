/** In which encoding does a client want a body? */

/** The best first. */
export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/**
 * The best encoding that an Accept-Encoding header admits. Preferences among admitted ones are ours: the smallest wins.
 * A client that refuses everything gets the body as it is.
 */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity'
  const weights = new Map<string, number>()
  for (const entry of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(name, quality === undefined ? 1 : Number(quality.slice(2)))
  }
  const isAdmitted = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  return encodings.find(isAdmitted) ?? 'identity'
}
