/** Who sends photos in a benchmark, and what? Carriers' people, each with a row of their own, in pieces as a browser sends them. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { signIn, type Editor } from '../editor.ts'

export interface Sender {
  readonly editor: Editor
  readonly row_id: number
}

/** What was sent and acknowledged: by key, the hash of its bytes. */
export type Acknowledged = Map<string, string>

const photo_bytes = 4_000_000
const piece_bytes = 1_000_000

export async function signInSenders(origin: string, count: number): Promise<Sender[]> {
  const answer = await fetch(`${origin}/api/assignments?act=bench`)
  const { assignments } = (await answer.json()) as { assignments: { id: number }[] }
  const senders: Sender[] = []
  for (const { id } of assignments.slice(0, count)) {
    senders.push({ editor: await signInPatiently(origin, `sender-${senders.length + 1}`), row_id: id })
  }
  return senders
}

/** One network may only try so often a minute. */
async function signInPatiently(origin: string, username: string): Promise<Editor> {
  for (;;) {
    try {
      return await signIn(origin, username)
    } catch (error) {
      if (!String(error).includes('429')) throw error
      await sleep(5_000)
    }
  }
}

/** A photo as large as a phone's; what makes each its own stands behind the picture. */
export async function createPhoto(): Promise<Buffer> {
  const create = { width: 2400, height: 1800, channels: 3, background: '#7a9' } as const
  const noise = { type: 'gaussian', mean: 120, sigma: 25 } as const
  const picture = await sharp({ create: { ...create, noise } })
    .jpeg({ quality: 70 })
    .toBuffer()
  if (picture.length > photo_bytes - 32) throw new Error(`The picture has ${picture.length} bytes`)
  return Buffer.concat([picture, Buffer.alloc(photo_bytes - 32 - picture.length)])
}

/** @returns whether it was acknowledged; false where the server is gone */
export async function sendPhoto(
  { editor, row_id }: Sender,
  picture: Buffer,
  acknowledged: Acknowledged,
): Promise<boolean> {
  const key = randomUUID()
  const bytes = Buffer.concat([picture, randomBytes(32)])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const fields = { key, noun: 'assignments', noun_id: row_id, kind: 'photo', name: 'ảnh.jpg' }
  const metadata = Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(String(value)).toString('base64')}`)
    .join(',')
  const { 'content-type': _json, ...headers } = editor.headers
  try {
    const begun = await fetch(`${editor.origin}/api/uploads`, {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
    })
    await requireStatus(begun, 201)
    for (let offset = 0; offset < bytes.length; offset += piece_bytes) {
      const answer = await fetch(`${editor.origin}/api/uploads/${key}`, {
        method: 'PATCH',
        headers: {
          ...headers,
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(offset),
        },
        body: new Uint8Array(bytes.subarray(offset, offset + piece_bytes)),
      })
      await requireStatus(answer, 204)
    }
  } catch (error) {
    if (error instanceof RefusedError) throw error
    return false
  }
  acknowledged.set(key, sha256)
  return true
}

class RefusedError extends Error {}

async function requireStatus(answer: Response, status: number): Promise<void> {
  if (answer.status !== status) throw new RefusedError(`${answer.status} ${await answer.text()}`)
}
