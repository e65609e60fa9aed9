/** All bytes are here: what are they, and does the file get its place and its row? Both or neither, and only then is it acknowledged. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { DriveTestPoint } from '../../core/files/drive-test.ts'
import { AppError } from '../../core/errors.ts'
import { toGeodesic } from '../../core/measure/geodesic.ts'
import type { Actor } from '../../core/permissions.ts'
import { change, type ChangingDatabase } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import { insertDriveTestPoints, requireInProvince } from '../db/drive-test-points.ts'
import {
  findAddingRights,
  findRowPlace,
  insertFile,
  insertOrigin,
  keepFilesOf,
  toFileEntry,
  type FileRow,
  type NewFile,
  type RowPlace,
} from '../db/stored-files.ts'
import { findMediaType } from './find-media-type.ts'
import { draw, readPhoto, type PhotoFacts } from './photos.ts'
import { readDriveTest } from './read-drive-test.ts'
import { dropUpload, endUpload, findBytes, placeUpload, toDrawnPath, type Upload } from './upload-folder.ts'

export interface Storing {
  readonly db: ChangingDatabase
  readonly actor: Actor
  readonly uploadsDir: string
  readonly mostFiles: number
  readonly request_id: string
}

/**
 * A file that is refused is dropped; where the server or its database fails it waits to be tried again.
 *
 * @throws AppError
 */
export async function storeUpload(upload: Upload, storing: Storing): Promise<void> {
  const { uploadsDir } = storing
  try {
    const read = await readContent(upload, await findBytes(uploadsDir, upload), uploadsDir)
    await placeUpload(uploadsDir, upload)
    await writeRows(upload, read, storing)
  } catch (error) {
    if (error instanceof AppError && !isPassing(error)) await dropUpload(uploadsDir, upload)
    throw error
  }
  await endUpload(uploadsDir, upload)
}

function isPassing({ code }: AppError): boolean {
  return code === 'database_unavailable' || code === 'too_busy' || code === 'storage_full'
}

interface ReadContent {
  readonly media_type: string
  readonly sha256: string
  readonly photo: PhotoFacts | null
  readonly points: readonly DriveTestPoint[] | null
}

async function readContent(upload: Upload, path: string, uploadsDir: string): Promise<ReadContent> {
  const { kind, stored_as } = upload
  const media_type = await findMediaType(path, kind)
  const isPicture = media_type.startsWith('image/')
  const photo = isPicture ? await readPhoto(path) : null
  if (isPicture) await draw(path, toDrawnPath(uploadsDir, stored_as, 'small'), 'small')
  const points = kind === 'drive_test' ? await readDriveTest(path) : null
  return { media_type, sha256: await toSha256(path), photo, points }
}

async function toSha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

async function writeRows(upload: Upload, read: ReadContent, storing: Storing): Promise<void> {
  const { photo, points } = read
  await change(storing.db, async (client) => {
    await keepFilesOf(client, upload)
    await requireMayAdd(client, upload, { mostFiles: storing.mostFiles, waiting: 0 })
    const place = await findRowPlace(client, upload)
    const file = toNewFile(upload, read, { place, storing })
    await insertFile(client, file)
    if (upload.kind === 'photo' && photo !== null) {
      await insertOrigin(client, upload.id, toOrigin(photo, place))
    }
    if (points !== null) {
      await requireInProvince(client, points)
      await insertDriveTestPoints(client, upload.id, points)
    }
    const entry = { ...toFileEntry('attach_file', file, place), request_id: storing.request_id }
    return { entries: [entry], result: undefined }
  })
}

/** @throws AppError `not_allowed`, `files_too_many` */
export async function requireMayAdd(
  client: Client,
  row: FileRow,
  { mostFiles, waiting }: { readonly mostFiles: number; readonly waiting: number },
): Promise<void> {
  const { may_add, count } = await findAddingRights(client, row)
  if (!may_add) throw new AppError('not_allowed', { value: row.noun_id })
  if (count + waiting >= mostFiles) throw new AppError('files_too_many', { count, most: mostFiles })
}

function toNewFile(
  { id, noun, noun_id, kind, name, bytes, stored_as, user_id }: Upload,
  { media_type, sha256, photo, points }: ReadContent,
  { place, storing }: { readonly place: RowPlace; readonly storing: Storing },
): NewFile {
  return {
    ...{ id, noun, noun_id, kind, name, bytes, stored_as, media_type, sha256 },
    carrier_code: place.carrier_code,
    width_px: photo?.width_px ?? null,
    height_px: photo?.height_px ?? null,
    point_count: points?.length ?? null,
    uploader_id: user_id,
    uploader_role: storing.actor.role,
  }
}

function toOrigin({ taken_at, position }: PhotoFacts, place: RowPlace) {
  const distance_m =
    position === null || place.position === null
      ? null
      : Math.round(toGeodesic([position.lng, position.lat], place.position).distance_m)
  return { taken_at, lng: position?.lng ?? null, lat: position?.lat ?? null, distance_m }
}
