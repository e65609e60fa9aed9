/** Saved or not, back and forth: what is going on with the edit, and the ways out of it. */
import { useEffect, useState } from 'react'
import type { SiteWarning } from '../../../core/inventory/site-fields.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { compareNow, giveUp, leave, restoreSaved, save } from '../../edit-site.ts'
import {
  findRedo,
  findUndo,
  getForm,
  getPosition,
  isChanged,
  redoInForm,
  undoInForm,
  useSiteSession,
  type SiteSession,
} from '../../state/site-session.ts'
import { toAskedWarnings } from './asked-warnings.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { toFieldName, useFieldWords } from './field-words.ts'

export function SaveBar() {
  const { p } = usePartWords('editing')
  const session = useSiteSession()
  const [warnings, setWarnings] = useState<readonly SiteWarning[] | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const findMissing = useMissing()
  const changed = isChanged(session)
  const ask = () => {
    const text = findMissing(session)
    setMissing(text)
    if (text === null) setWarnings(session.check?.warnings ?? [])
  }
  const confirm = async () => {
    const isDone = await save(warnings ?? [])
    const { problem } = useSiteSession.getState()
    const asked = isDone ? null : toAskedWarnings(problem?.params['warnings'])
    // The server saw more than was known here: it is asked about, not left as an error.
    if (problem?.code === 'confirmation_required' && asked !== null) {
      useSiteSession.setState({ problem: null })
      setWarnings(asked)
    } else setWarnings(null)
  }
  const isOutside = session.check?.inside === false
  return (
    <div className="edit-save">
      <SessionNotices missing={missing} />
      <div className="edit-actions">
        <button
          type="button"
          className="main-button"
          disabled={!changed || session.status === 'saving' || isOutside}
          onClick={ask}
        >
          {p(session.mode === 'propose' ? 'save.send' : 'save.save')}
        </button>
        <button type="button" className="plain-button" onClick={changed ? giveUp : leave}>
          {p(changed ? 'save.discard' : 'save.close')}
        </button>
        <UndoButtons session={session} />
      </div>
      {warnings !== null && (
        <ConfirmDialog
          warnings={warnings}
          onConfirm={() => void confirm()}
          onClose={() => setWarnings(null)}
        />
      )}
    </div>
  )
}

/** What the server would refuse anyway, said before it is asked. */
function useMissing(): (session: SiteSession) => string | null {
  const { p } = usePartWords('editing')
  const { nameOf } = useFieldWords()
  return (session) => {
    const form = getForm(session)
    if (getPosition(form) === null) return p('save.no_position')
    const missing = (['code', 'name'] as const).filter((field) => (form.site[field] ?? '').trim() === '')
    return missing.length === 0 ? null : p('save.required', { fields: missing.map(nameOf).join(', ') })
  }
}

function SessionNotices({ missing }: { readonly missing: string | null }) {
  const { t, p } = usePartWords('editing')
  const { nameOf } = useFieldWords()
  const { notice, problem, is_stale } = useSiteSession()
  const field = problem?.params['field']
  return (
    <>
      <p className="edit-notice" role="status">
        {notice === 'none' ? '' : p(`save.${notice}`)}
      </p>
      {missing !== null && (
        <p className="edit-warning edit-refused" role="alert">
          {missing}
        </p>
      )}
      {problem !== null && (
        <p className="edit-warning edit-refused" role="alert">
          {t(`errors.${problem.code}` as 'errors.internal', { ...problem.params })}{' '}
          {typeof field === 'string' && p('save.field', { field: nameOf(toFieldName(field)) })}{' '}
          {p('save.kept')}
        </p>
      )}
      {is_stale && (
        <p className="edit-warning" role="alert">
          {p('save.stale')}{' '}
          <button type="button" className="text-button" onClick={() => void compareNow()}>
            {p('save.compare')}
          </button>
        </p>
      )}
    </>
  )
}

/** Before the answer to the last step is there, nobody knows what the next one would take back. */
function isWaiting(): boolean {
  return useSiteSession.getState().status === 'saving'
}

function undo(): void {
  if (isWaiting()) return
  const what = findUndo(useSiteSession.getState())
  if (what === 'form') useSiteSession.setState(undoInForm)
  if (what === 'saved') void restoreSaved('before')
}

function redo(): void {
  if (isWaiting()) return
  const what = findRedo(useSiteSession.getState())
  if (what === 'form') useSiteSession.setState(redoInForm)
  if (what === 'saved') void restoreSaved('after')
}

function UndoButtons({ session }: { readonly session: SiteSession }) {
  const { p } = usePartWords('editing')
  useUndoKeys()
  const [undoes, redoes] = [findUndo(session), findRedo(session)]
  const isBusy = session.status === 'saving'
  return (
    <span className="edit-undo">
      <button
        type="button"
        className="icon-button"
        disabled={undoes === 'nothing' || isBusy}
        title={p(undoes === 'saved' ? 'save.undo_saved' : 'save.undo')}
        aria-label={p(undoes === 'saved' ? 'save.undo_saved' : 'save.undo')}
        onClick={undo}
      >
        ↶
      </button>
      <button
        type="button"
        className="icon-button"
        disabled={redoes === 'nothing' || isBusy}
        title={p(redoes === 'saved' ? 'save.redo_saved' : 'save.redo')}
        aria-label={p(redoes === 'saved' ? 'save.redo_saved' : 'save.redo')}
        onClick={redo}
      >
        ↷
      </button>
    </span>
  )
}

/** The form is one thing with one past: the browser's own undo of a single field would not know of the map. */
function useUndoKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey
      const key = event.key.toLowerCase()
      if (!isCommand || (key !== 'z' && key !== 'y')) return
      // A dialog that asks comes first.
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
