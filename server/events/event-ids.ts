/** What is an event called, so that a listener can go on from it? By a sealed position: it tells nothing of how much happened. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-128-gcm'
const nonceLength = 12
const tagLength = 16

export interface EventIds {
  /** Never the same twice, also for the same position. */
  readonly seal: (position: number) => string
  /** Null where it is not one of this process. */
  readonly open: (id: string) => number | null
}

/** With a key of this process: positions of another are not its own. */
export function createEventIds(): EventIds {
  const key = randomBytes(16)
  return {
    seal: (position) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv(algorithm, key, nonce)
      const text = Buffer.alloc(8)
      text.writeBigUInt64BE(BigInt(position))
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      )
    },
    open: (id) => {
      const bytes = Buffer.from(id, 'base64url')
      if (bytes.length !== nonceLength + 8 + tagLength) return null
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength))
      decipher.setAuthTag(bytes.subarray(-tagLength))
      try {
        const text = Buffer.concat([
          decipher.update(bytes.subarray(nonceLength, -tagLength)),
          decipher.final(),
        ])
        return Number(text.readBigUInt64BE())
      } catch {
        return null
      }
    },
  }
}
