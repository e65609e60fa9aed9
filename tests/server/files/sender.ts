/** A browser that sends files by the tus protocol, and bytes of every kind to send. */
import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import sharp from 'sharp'
import { zipSync, type Zippable } from 'fflate'
import type { StoredFile } from '../../../core/api/files.ts'
import type { Visitor } from '../accounts/browser-of.ts'

export interface Sending {
  readonly noun_id: number
  readonly bytes: Buffer
  readonly kind?: string
  readonly name?: string
  readonly key?: string
  readonly noun?: string
  /** As announced, where it is not what comes. */
  readonly length?: number
}

export function toMetadata(fields: Readonly<Record<string, string | number>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(String(value)).toString('base64')}`)
    .join(',')
}

export function announce(visitor: Visitor, sending: Sending): Promise<LightMyRequestResponse> {
  const { noun = 'assignments', noun_id, kind = 'photo', name = 'ảnh.jpg', key = randomUUID() } = sending
  return visitor.send(
    'POST',
    '/api/uploads',
    {},
    {
      'tus-resumable': '1.0.0',
      'upload-length': String(sending.length ?? sending.bytes.length),
      'upload-metadata': toMetadata({ key, noun, noun_id, kind, name }),
    },
  )
}

export function append(
  visitor: Visitor,
  address: string,
  bytes: Buffer,
  offset = 0,
): Promise<LightMyRequestResponse> {
  return visitor.send('PATCH', address, bytes, {
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  })
}

/** Announced and sent in one piece. @returns the answer that decides */
export async function sendFile(visitor: Visitor, sending: Sending): Promise<LightMyRequestResponse> {
  const announced = await announce(visitor, sending)
  if (announced.statusCode >= 400) return announced
  return append(visitor, String(announced.headers['location']), sending.bytes)
}

export async function listFiles(visitor: Visitor, noun_id: number): Promise<StoredFile[]> {
  const answer = await visitor.get(`/api/files?noun=assignments&noun_id=${noun_id}`)
  return answer.json<{ files: StoredFile[] }>().files
}

interface Taken {
  readonly lng: number
  readonly lat: number
  /** `2024:05:06 10:00:00` */
  readonly at: string
}

function toDegrees(value: number): string {
  const seconds = Math.round(Math.abs(value) * 3_600_000)
  return `${Math.floor(seconds / 3_600_000)}/1 ${Math.floor((seconds % 3_600_000) / 60_000)}/1 ${seconds % 60_000}/1000`
}

/** 640 × 480 of noise, which says where and when it was taken. */
export async function toPhoto(taken: Taken | null, size = 640): Promise<Buffer> {
  const create = { width: size, height: Math.round(size * 0.75), channels: 3, background: '#7a9' } as const
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const
  const photo = sharp({ create: { ...create, noise } }).jpeg({ quality: 80 })
  if (taken === null) return photo.toBuffer()
  return photo
    .withExif({
      IFD0: { Make: 'MAY-ANH-RIENG' },
      IFD2: { DateTimeOriginal: taken.at },
      IFD3: {
        GPSLatitudeRef: taken.lat < 0 ? 'S' : 'N',
        GPSLatitude: toDegrees(taken.lat),
        GPSLongitudeRef: taken.lng < 0 ? 'W' : 'E',
        GPSLongitude: toDegrees(taken.lng),
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

export function toZip(parts: Zippable): Buffer {
  return Buffer.from(zipSync(parts))
}

export const docx = toZip({
  '[Content_Types].xml': Buffer.from('<Types/>'),
  'word/document.xml': Buffer.from('<w:document/>'),
})

/** A header that promises an image of this size, and nothing behind it. */
export function toHugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  return Buffer.concat([signature, toChunk('IHDR', header), toChunk('IDAT', Buffer.from([0x78, 0x9c, 1]))])
}

function toChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc(chunk.subarray(4, data.length + 8)), data.length + 8)
  return chunk
}

function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}
