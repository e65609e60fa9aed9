/** What kinds of files are taken as proof, and which types of bytes may each of them be? */

export const fileKinds = ['photo', 'drive_test', 'document'] as const
export type FileKind = (typeof fileKinds)[number]

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The type as found in the bytes, and the ending that a download gets. No HEIC: browsers do not draw it, and nothing here could
 * take its position out of it.
 */
export const mediaTypes = {
  photo: { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' },
  drive_test: { 'text/csv': 'csv' },
  document: {
    'application/pdf': 'pdf',
    [docx]: 'docx',
    [xlsx]: 'xlsx',
    'image/png': 'png',
    'image/jpeg': 'jpg',
  },
} as const satisfies Readonly<Record<FileKind, Readonly<Record<string, string>>>>

/** `jpg | png | webp`: what a refusal names as right. */
export function listEndings(kind: FileKind): string[] {
  return Object.values(mediaTypes[kind])
}

export function findEnding(kind: FileKind, mediaType: string): string | null {
  const endings: Readonly<Record<string, string>> = mediaTypes[kind]
  return Object.hasOwn(endings, mediaType) ? (endings[mediaType] ?? null) : null
}

/** More are no photo of a phone, and would cost the memory of everybody to draw small. */
export const mostPixels = 64_000_000
