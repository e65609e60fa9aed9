/** Which drive tests were sent, and what did one measure? On the map as points of its own, with their legend. */
import { useEffect, useState } from 'react'
import type { DriveTestPoints, StoredFile } from '../../../core/api/files.ts'
import { call } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { signalColors } from '../../layers/drive-points.ts'
import { summarizeDrive, toDriveBounds, toDriveFeatures } from '../../state/drive-points.ts'
import { setOverlay } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'
import { lookAt } from '../../state/transitions.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { FileLine } from './file-line.tsx'

interface DriveTestsProps {
  readonly files: readonly StoredFile[]
  readonly onWithdrawn: (file: StoredFile) => void
}

export function DriveTests({ files, onWithdrawn }: DriveTestsProps) {
  const { p, formats } = usePartWords('proofs')
  const [shown_id, setShownId] = useState<string | null>(null)
  const shown = files.some(({ id }) => id === shown_id) ? shown_id : null
  if (files.length === 0) return null
  return (
    <>
      <h5>{p('drive_tests.title', { n: formats.integer(files.length) })}</h5>
      <p className="soft">{p('drive_tests.by_carrier')}</p>
      <ul className="proof-list">
        {files.map((file) => (
          <FileLine key={file.id} file={file} onWithdrawn={onWithdrawn}>
            <p>
              {p('drive_tests.points', { n: formats.integer(file.point_count ?? 0) })}{' '}
              <button
                type="button"
                className="text-button"
                aria-pressed={file.id === shown}
                onClick={() => setShownId(file.id === shown ? null : file.id)}
              >
                {p(file.id === shown ? 'drive_tests.hide' : 'drive_tests.show')}
              </button>
            </p>
            {file.id === shown && <ShownDrive key={file.id} id={file.id} />}
          </FileLine>
        ))}
      </ul>
    </>
  )
}

const overlay = 'drive-test'

function ShownDrive({ id }: { readonly id: string }) {
  const { p } = usePartWords('proofs')
  const fetched = useFetched(id, (signal) => call('listDriveTestPoints', { params: { id }, signal }))
  const points = fetched.status === 'ready' ? fetched.value : null
  useEffect(() => {
    if (points !== null) {
      setOverlay(overlay, toDriveFeatures(points))
      // At the scale of the province a village's points are one spot under its mark.
      useApp.setState((state) => lookAt(state, toDriveBounds(points)))
    }
    return () => setOverlay(overlay, [])
  }, [points])
  if (fetched.status === 'failed') return <Refusal problem={fetched.problem} />
  if (points === null) return <p className="soft">{p('drive_tests.loading')}</p>
  return <DriveLegend points={points} />
}

function DriveLegend({ points }: { readonly points: DriveTestPoints }) {
  const { p, t, formats } = usePartWords('proofs')
  const { classes, technologies } = summarizeDrive(points)
  return (
    <div className="proof-legend">
      <strong>{p('drive_tests.legend')}</strong>
      <ul>
        {classes.map(({ name, count }) => (
          <li key={name}>
            <span
              aria-hidden="true"
              className={`proof-dot proof-dot-${name}`}
              style={
                name === 'none' ? { borderColor: signalColors.none } : { background: signalColors[name] }
              }
            />
            {p(`drive_tests.class.${name}`)}
            <span className="soft"> {p('drive_tests.count', { n: formats.integer(count) })}</span>
          </li>
        ))}
      </ul>
      {technologies.map(({ name, count, median_dbm }) => (
        <p key={name}>
          {p('drive_tests.by_technology', {
            technology: t(`services.${name as '4g'}.short`),
            n: formats.integer(count),
            median: formats.decimal(median_dbm),
          })}
        </p>
      ))}
      <p className="soft">{p('drive_tests.legend_hint')}</p>
    </div>
  )
}
