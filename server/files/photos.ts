/** What does a photo say of itself, and how is it drawn for others? One is decoded at a time: memory is for everybody. */
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import exifr from 'exifr'
import sharp, { type Sharp } from 'sharp'
import { AppError } from '../../core/errors.ts'
import { mostPixels } from '../../core/files/kinds.ts'
import { toInstant } from '../../core/files/drive-test.ts'
import { createBuildLimit } from '../layers/build-limit.ts'
import { toDrawnPath, toStoredPath } from './upload-folder.ts'

sharp.cache(false)
sharp.concurrency(1)
const decoding = createBuildLimit({ running: 1, waiting: 2_000 })

export interface PhotoFacts {
  readonly width_px: number
  readonly height_px: number
  /** ISO instant; null where the photo does not say. */
  readonly taken_at: string | null
  readonly position: { readonly lng: number; readonly lat: number } | null
}

/**
 * By its header, then by drawing it small, which a photo that breaks off does not survive.
 *
 * @throws AppError `file_unfit`: too many pixels, or damaged
 */
export async function readPhoto(path: string): Promise<PhotoFacts> {
  const header = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => refuse('damaged'))
  const { width, height, exif } = header
  if (width * height > mostPixels) refuse('pixels', `${width} × ${height}`)
  return { width_px: width, height_px: height, ...(await readExif(exif)) }
}

function refuse(problem: 'damaged' | 'pixels', found = 'photo'): never {
  const expected = problem === 'pixels' ? `${mostPixels / 1_000_000} megapixel` : 'jpg | png | webp'
  throw new AppError('file_unfit', { problem, kind: 'photo', found, expected })
}

async function readExif(exif: Buffer | undefined): Promise<Pick<PhotoFacts, 'taken_at' | 'position'>> {
  if (exif === undefined) return { taken_at: null, position: null }
  const tiff = exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif
  // What somebody made up to break readers says nothing.
  const said = (await exifr
    .parse(tiff, {
      reviveValues: false,
      gps: true,
      exif: true,
      ifd0: {},
      makerNote: false,
      userComment: false,
    })
    .catch(() => undefined)) as Readonly<Record<string, unknown>> | undefined
  return { taken_at: toTakenAt(said ?? {}), position: toPosition(said ?? {}) }
}

/** `2021:06:01 15:15:00` by the clock of the phone, which runs in Việt Nam unless it says where. */
function toTakenAt(said: Readonly<Record<string, unknown>>): string | null {
  const { DateTimeOriginal: time, OffsetTimeOriginal: zone } = said
  if (typeof time !== 'string') return null
  const iso = time.trim().replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3')
  const offset = typeof zone === 'string' && /^[+-]\d\d:\d\d$/.test(zone) ? zone : ''
  const instant = toInstant(`${iso}${offset}`)
  return instant === null || instant < '1990' || Date.parse(instant) > Date.now() + 86_400_000
    ? null
    : instant
}

/** A phone without a fix writes 0, 0. */
function toPosition({ longitude, latitude }: Readonly<Record<string, unknown>>): PhotoFacts['position'] {
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null
  const isPlace =
    Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0)
  return isPlace ? { lng: longitude, lat: latitude } : null
}

/** `small` for lists; `plain` upright and without what the photo says of itself. */
export type Drawing = 'small' | 'plain'

const drawingTypes = { small: 'image/webp', plain: 'image/jpeg' } as const

/** Drawn once and kept. @returns where it stands */
export async function drawPhoto(
  uploadsDir: string,
  stored_as: string,
  drawing: Drawing,
): Promise<{ readonly path: string; readonly mediaType: string }> {
  const path = toDrawnPath(uploadsDir, stored_as, drawing)
  const drawn = { path, mediaType: drawingTypes[drawing] }
  if ((await stat(path).catch(() => null)) !== null) return drawn
  await draw(toStoredPath(uploadsDir, stored_as), path, drawing)
  return drawn
}

/** Also what shows that a photo can be seen. */
export async function draw(source: string, target: string, drawing: Drawing): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const unfinished = `${target}.${process.hrtime.bigint()}`
  try {
    await decoding.run(() => toDrawing(source, drawing).toFile(unfinished))
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (error instanceof AppError) throw error
    throw new AppError('file_unfit', {
      problem: 'damaged',
      kind: 'photo',
      found: 'photo',
      expected: 'jpg | png | webp',
    })
  }
}

/** Nothing of the source but its picture goes over: no position, no time, no camera. */
function toDrawing(source: string, drawing: Drawing): Sharp {
  const picture = sharp(source, { limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true })
  const upright = picture.rotate()
  return drawing === 'small'
    ? upright.resize(400, 400, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 75 })
    : upright.flatten({ background: '#fff' }).jpeg({ quality: 88, mozjpeg: false })
}
