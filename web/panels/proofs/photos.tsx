/** What do the photos show, when and how far from the village were they taken? Small in the list, large in a window of its own. */
import { useEffect, useRef, useState } from 'react'
import type { StoredFile } from '../../../core/api/files.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useWords } from '../../hooks/use-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { setOverlay } from '../../state/map-screen.ts'
import { FileActions, FileOrigin, toFileUrl } from './file-line.tsx'

/** Farther than one sees a village from its edge. */
const far_m = 2_000

const overlay = 'photo'

interface PhotosProps {
  readonly files: readonly StoredFile[]
  readonly has_village: boolean
  readonly onWithdrawn: (file: StoredFile) => void
}

export function Photos({ files, has_village, onWithdrawn }: PhotosProps) {
  const { p, formats } = usePartWords('proofs')
  const [opened_id, setOpenedId] = useState<string | null>(null)
  const opened = files.find(({ id }) => id === opened_id)
  useEffect(() => () => setOverlay(overlay, []), [])
  if (files.length === 0) return null
  return (
    <>
      <h5>{p('photo.title', { n: formats.integer(files.length) })}</h5>
      <ul className="proof-photos">
        {files.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              className="proof-photo"
              aria-label={p('photo.open', { name: file.name })}
              onClick={() => setOpenedId(file.id)}
            >
              <img src={toFileUrl(file, 'small')} alt="" loading="lazy" />
            </button>
            <PhotoFacts file={file} has_village={has_village} />
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <PhotoDialog
          file={opened}
          has_village={has_village}
          onClose={() => setOpenedId(null)}
          onWithdrawn={onWithdrawn}
        />
      )}
    </>
  )
}

function PhotoFacts({
  file: { origin },
  has_village,
}: {
  readonly file: StoredFile
  readonly has_village: boolean
}) {
  const { p, formats } = usePartWords('proofs')
  if (origin === null) return <p className="soft">{p('photo.withheld')}</p>
  const { taken_at, distance_m, lng } = origin
  const isFar = distance_m !== null && distance_m > far_m
  const place = () => {
    if (lng === null) return p('photo.no_position')
    if (distance_m === null) return has_village ? p('photo.no_position') : p('photo.no_village')
    return p(isFar ? 'photo.far' : 'photo.distance', { distance: formats.distance(distance_m) })
  }
  return (
    <>
      <p className="soft">
        {taken_at === null ? p('photo.not_taken') : p('photo.taken', { when: toMoment(taken_at) })}
      </p>
      <p className={isFar || lng === null ? 'proof-warning' : undefined}>{place()}</p>
    </>
  )
}

interface PhotoDialogProps {
  readonly file: StoredFile
  readonly has_village: boolean
  readonly onClose: () => void
  readonly onWithdrawn: (file: StoredFile) => void
}

function PhotoDialog({ file, has_village, onClose, onWithdrawn }: PhotoDialogProps) {
  const { t } = useWords()
  const { p } = usePartWords('proofs')
  const dialog = useRef<HTMLDialogElement>(null)
  const [has_failed, setHasFailed] = useState(false)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog proof-dialog"
      aria-label={file.name}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close()
      }}
    >
      <div className="dialog-body">
        <header className="selected-head">
          <h2>{file.name}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={t('panel.close')}
            onClick={() => dialog.current?.close()}
          >
            ✕
          </button>
        </header>
        {has_failed ? (
          <p className="edit-refusal" role="alert">
            {p('photo.failed')}
          </p>
        ) : (
          <img
            className="proof-large"
            src={toFileUrl(file)}
            alt={p('photo.alt', { name: file.name })}
            onError={() => setHasFailed(true)}
          />
        )}
        <PhotoFacts file={file} has_village={has_village} />
        <PhotoPosition file={file} onShown={() => dialog.current?.close()} />
        <FileOrigin file={file} />
        <FileActions file={file} onWithdrawn={onWithdrawn} />
      </div>
    </dialog>
  )
}

/** On the map it stands until another photo is pointed to or the list is closed. */
function PhotoPosition({
  file: { origin, name },
  onShown,
}: {
  readonly file: StoredFile
  readonly onShown: () => void
}) {
  const { p, formats } = usePartWords('proofs')
  const { lng = null, lat = null } = origin ?? {}
  if (lng === null || lat === null) return null
  const position = `${formats.coordinate(lat)}, ${formats.coordinate(lng)}`
  const show = () => {
    const geometry = { type: 'Point' as const, coordinates: [lng, lat] }
    setOverlay(overlay, [
      { type: 'Feature', geometry, properties: { role: 'ring' } },
      { type: 'Feature', geometry, properties: { role: 'text', label: name } },
    ])
    onShown()
  }
  return (
    <p>
      {p('photo.position', { position })}{' '}
      <button type="button" className="text-button" onClick={show}>
        {p('photo.show')}
      </button>
    </p>
  )
}
