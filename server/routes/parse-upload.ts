/** What does somebody want to send? Read from the headers of the tus protocol, and refused where it cannot be. */
import type { IncomingHttpHeaders } from 'node:http'
import { fileNouns, type FileNoun } from '../../core/api/files.ts'
import { AppError } from '../../core/errors.ts'
import { fileKinds, type FileKind } from '../../core/files/kinds.ts'
import type { UploadLimits } from '../config.ts'
import { toSentName } from '../files/sent-name.ts'

export interface AskedUpload {
  readonly id: string
  readonly noun: FileNoun
  readonly noun_id: number
  readonly kind: FileKind
  readonly name: string
  readonly bytes: number
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** @throws AppError `value_invalid`, `file_too_large`, `file_unfit` where it is empty */
export function parseUpload(headers: IncomingHttpHeaders, limits: UploadLimits): AskedUpload {
  const told = parseMetadata(headers['upload-metadata'])
  const id = told.get('key') ?? ''
  if (!uuid.test(id)) refuse('key', id, 'uuid')
  const noun =
    fileNouns.find((known) => known === told.get('noun')) ??
    refuse('noun', told.get('noun'), fileNouns.join(' | '))
  const kind =
    fileKinds.find((known) => known === told.get('kind')) ??
    refuse('kind', told.get('kind'), fileKinds.join(' | '))
  const noun_id = parseCount(told.get('noun_id'))
  if (noun_id === null || noun_id === 0 || noun_id > 2_147_483_647)
    refuse('noun_id', told.get('noun_id'), 'id')
  const name = toSentName(told.get('name') ?? refuse('name', undefined, 'required'))
  const bytes =
    parseCount(headers['upload-length']?.toString()) ??
    refuse('upload-length', headers['upload-length']?.toString(), 'bytes')
  if (bytes === 0) throw new AppError('file_unfit', { problem: 'empty', kind, found: 'empty', name })
  const most = limits.most_bytes[kind]
  if (bytes > most) throw new AppError('file_too_large', { name, kind, bytes, most })
  return { id, noun, noun_id, kind, name, bytes }
}

/** `key base64, key base64`; a value that is no text is none. */
function parseMetadata(header: string | string[] | undefined): ReadonlyMap<string, string> {
  const pairs = String(header ?? '')
    .split(',')
    .map((pair) => pair.trim().split(' '))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return new Map(
    pairs.map(([key = '', value = '']) => {
      try {
        return [key, decoder.decode(Buffer.from(value, 'base64'))]
      } catch {
        return refuse(key.slice(0, 20), undefined, 'base64 of UTF-8')
      }
    }),
  )
}

function parseCount(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** @throws AppError where the bytes do not begin where the last ones ended */
export function requireOffset(
  headers: IncomingHttpHeaders,
  { offset, bytes }: { readonly offset: number; readonly bytes: number },
): void {
  const told = parseCount(headers['upload-offset']?.toString())
  if (told !== offset) {
    throw new AppError('upload_conflict', { field: 'upload-offset', value: told, expected: offset })
  }
  const length = parseCount(headers['content-length'])
  if (length !== null && offset + length > bytes)
    throw new AppError('body_too_large', { longest: bytes - offset })
}

function refuse(field: string, value: string | undefined, expected: string): never {
  throw new AppError('value_invalid', { field, value: value?.slice(0, 100) ?? null, expected })
}
