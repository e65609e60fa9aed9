/** What is about to be saved, what must be confirmed, and why is it done? */
import { useState } from 'react'
import type { LngLat } from '../../../core/geo.ts'
import type { SiteWarning } from '../../../core/inventory/site-fields.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { listChangedPaths, toFlat } from '../../state/site-form.ts'
import { getForm, getPosition, useSiteSession } from '../../state/site-session.ts'
import { Field } from '../villages/fields.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { useFieldWords } from './field-words.ts'
import { measure_m } from './use-map-editing.ts'

interface ConfirmDialogProps {
  readonly warnings: readonly SiteWarning[]
  readonly onConfirm: () => void
  readonly onClose: () => void
}

export function ConfirmDialog({ warnings, onConfirm, onClose }: ConfirmDialogProps) {
  const { p } = usePartWords('editing')
  const mode = useSiteSession((session) => session.mode)
  const reason = useSiteSession((session) => session.reason)
  const isSaving = useSiteSession((session) => session.status === 'saving')
  const [isSeen, setSeen] = useState(false)
  const isProposal = mode === 'propose'
  return (
    <EditDialog title={p(isProposal ? 'confirm.title_propose' : 'confirm.title')} onClose={onClose}>
      <form
        className="edit-form"
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm()
        }}
      >
        <ChangeList />
        {warnings.length > 0 && (
          <section>
            <h3>{p('confirm.warnings')}</h3>
            {warnings.map((warning) => (
              <p key={warning} className="edit-warning">
                <strong>{p(`confirm.${warning}`)}</strong> <WarningFacts warning={warning} />
              </p>
            ))}
            <label className="edit-check">
              <input
                type="checkbox"
                required
                checked={isSeen}
                onChange={({ target }) => setSeen(target.checked)}
              />
              {p('confirm.confirm')}
            </label>
          </section>
        )}
        <Field label={p('confirm.reason')} hint={p('confirm.reason_hint')}>
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={({ target }) => useSiteSession.setState({ reason: target.value })}
            />
          )}
        </Field>
        <div className="edit-actions">
          <button type="submit" className="main-button" disabled={isSaving}>
            {isSaving ? p('save.saving') : p(isProposal ? 'save.send' : 'save.save')}
          </button>
          <button type="button" className="plain-button" onClick={onClose}>
            {p('confirm.cancel')}
          </button>
        </div>
      </form>
    </EditDialog>
  )
}

/** Which commune, which mast, how far. */
function WarningFacts({ warning }: { readonly warning: SiteWarning }) {
  const { p, formats } = usePartWords('editing')
  const check = useSiteSession((session) => session.check)
  const stated = useSiteSession((session) => getForm(session).site.commune_code)
  const { valueOf } = useFieldWords()
  if (check === null) return null
  if (warning === 'outside_commune' && check.units !== null) {
    const located = check.units.commune_name
    return `· ${p('confirm.commune_facts', { located, stated: valueOf('commune_code', stated) })}`
  }
  if (warning === 'near_site') {
    return check.near_sites.map(
      ({ code, name, distance_m }) => `· ${code} ${name}, ${formats.distance(distance_m)} `,
    )
  }
  return null
}

function ChangeList() {
  const { p } = usePartWords('editing')
  const base = useSiteSession((session) => session.base)
  const form = useSiteSession(getForm)
  const { nameOf, valueOf } = useFieldWords()
  const [old, now] = [toFlat(base), toFlat(form)]
  const paths = listChangedPaths(base, form)
  return (
    <section>
      <h3>{p('confirm.changes')}</h3>
      <ul className="edit-changes">
        <PositionLine />
        {paths
          .filter((path) => path !== 'lng' && path !== 'lat')
          .map((path) => (
            <li key={path}>
              <span className="soft">{nameOf(path)}</span>{' '}
              {p('confirm.from_to', {
                from: valueOf(path, old.get(path)),
                to: valueOf(path, now.get(path)),
              })}
            </li>
          ))}
      </ul>
    </section>
  )
}

/** A position is one thing: from where to where, and how far. */
function PositionLine() {
  const { p, formats } = usePartWords('editing')
  const base = useSiteSession((session) => session.base)
  const form = useSiteSession(getForm)
  const [from, to] = [getPosition(base), getPosition(form)]
  if (to === null || from?.join() === to.join()) return null
  const toText = ([lng, lat]: LngLat) => `${formats.coordinate(lat)}; ${formats.coordinate(lng)}`
  return (
    <li>
      <span className="soft">{p('fields.position')}</span>{' '}
      {p('confirm.from_to', { from: from === null ? p('confirm.nothing') : toText(from), to: toText(to) })}
      {from !== null && (
        <strong> · {p('history.moved', { distance: formats.distance(measure_m(from, to)) })}</strong>
      )}
    </li>
  )
}
