/** How do many statements come in at once? A CSV text is checked first; all of it is written, or nothing. */
import { useState } from 'react'
import type { StatementImport } from '../../../core/api/village-edits.ts'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { PageFrame } from '../page-frame.tsx'
import { Refusal } from './form-frame.tsx'
import { ImportProblems } from './import-problems.tsx'
import { showSaved } from './show-saved.ts'
import { toDownload } from './to-download.ts'
import { useSaving } from './use-saving.ts'
import './villages.css'

type Step =
  | { readonly type: 'choosing' }
  | { readonly type: 'checked'; readonly result: StatementImport }
  | { readonly type: 'written'; readonly result: StatementImport }
  | { readonly type: 'taken back' }

/** The contract's limit, in characters. */
const longest = 8_000_000

const template =
  'village_code,service,carrier_code,basis,state,households_share,observed_on,source_code,note\n'

export function ImportPage() {
  const { p, formats } = usePartWords('villages')
  const [csv, setCsv] = useState('')
  const [step, setStep] = useState<Step>({ type: 'choosing' })
  const [work, setWork] = useState<'check' | 'write'>('check')
  const { saving, run } = useSaving()
  const isBusy = saving.status === 'saving'
  const take = (text: string) => {
    setCsv(text)
    setStep({ type: 'choosing' })
  }
  const send = async (dry_run: boolean) => {
    setWork(dry_run ? 'check' : 'write')
    await run(async () => {
      const result = await call('importStatements', { body: { csv, dry_run } })
      const isWritten = !dry_run && result.entry_id !== null
      setStep({ type: isWritten ? 'written' : 'checked', result })
      if (isWritten) await showSaved()
    })
  }
  const takeBack = (entry_id: number) =>
    run(async () => {
      await call('restoreEntry', { params: { id: entry_id }, body: { side: 'before' } })
      setStep({ type: 'taken back' })
      await showSaved()
    })
  return (
    <PageFrame title={p('import.title')}>
      <p>{p('import.text')}</p>
      <a href={toDownload(template)} download="mau-phu-song.csv">
        {p('import.template')}
      </a>
      <FileDrop onText={take} />
      <label htmlFor="import-text">{p('import.paste')}</label>
      <textarea
        id="import-text"
        className="import-text"
        spellCheck={false}
        value={csv}
        onChange={(event) => take(event.target.value)}
      />
      {csv.length > longest && <p className="edit-refusal">{p('import.too_big')}</p>}
      <div className="edit-actions" aria-live="polite">
        <button
          type="button"
          className="main-button"
          disabled={csv.trim() === '' || csv.length > longest || isBusy}
          onClick={() => void send(true)}
        >
          {p('import.check')}
        </button>
        {isBusy && (
          <>
            <progress aria-label={p('import.title')} />
            <span>
              {work === 'check'
                ? p('import.checking', { n: formats.integer(csv.trim().split('\n').length - 1) })
                : p('import.writing')}
            </span>
          </>
        )}
      </div>
      {saving.status === 'refused' && <Refusal problem={saving.problem} />}
      <Outcome
        step={step}
        is_busy={isBusy}
        onAccept={() => void send(false)}
        onTakeBack={(entry_id) => void takeBack(entry_id)}
      />
      {step.type === 'checked' && step.result.problems.length > 0 && <ImportProblems result={step.result} />}
    </PageFrame>
  )
}

interface OutcomeProps {
  readonly step: Step
  readonly is_busy: boolean
  readonly onAccept: () => void
  readonly onTakeBack: (entry_id: number) => void
}

/** What checking or writing came to, and what can follow. */
function Outcome({ step, is_busy, onAccept, onTakeBack }: OutcomeProps) {
  const { p, formats } = usePartWords('villages')
  return (
    <div role="status">
      {step.type === 'checked' && step.result.problems.length === 0 && (
        <div className="edit-row">
          <p>{p('import.good', { n: formats.integer(step.result.rows) })}</p>
          <button
            type="button"
            className="main-button"
            disabled={is_busy || step.result.rows === 0}
            onClick={onAccept}
          >
            {p('import.accept', { n: formats.integer(step.result.rows) })}
          </button>
        </div>
      )}
      {step.type === 'written' && (
        <div className="edit-row">
          <p className="edit-saved">{p('import.done', { n: formats.integer(step.result.accepted) })}</p>
          <button
            type="button"
            className="plain-button"
            disabled={is_busy}
            onClick={() => {
              if (step.result.entry_id !== null) onTakeBack(step.result.entry_id)
            }}
          >
            {p('import.undo')}
          </button>
        </div>
      )}
      {step.type === 'taken back' && <p className="edit-saved">{p('import.undone')}</p>}
    </div>
  )
}

function FileDrop({ onText }: { readonly onText: (text: string) => void }) {
  const { p } = usePartWords('villages')
  const read = async (file: File | undefined) => {
    if (file !== undefined) onText(await file.text())
  }
  return (
    <div
      className="import-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void read(event.dataTransfer.files[0])
      }}
    >
      <label htmlFor="import-file">
        {p('import.drop')} {p('import.choose')}
      </label>
      <input
        id="import-file"
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => void read(event.target.files?.[0])}
      />
    </div>
  )
}
