/** What can be done with this site by whoever is signed in? Edited or proposed, looked back upon, taken up where it was left. */
import { useState } from 'react'
import type { SiteRecord } from '../../../core/api/records.ts'
import { discardDraft, hasDraft } from '../../edit-site.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { startEditing } from '../../state/edit-slice.ts'
import { useSiteSession } from '../../state/site-session.ts'
import { useApp } from '../../state/store.ts'
import { SiteHistory } from './site-history.tsx'
import './editing.css'
import './moves.css'

export function SiteTools({ site }: { readonly site: SiteRecord }) {
  const { p } = usePartWords('editing')
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const sent = useSiteSession((session) => session.sent)
  const reader = useApp((state) => state.session?.username)
  const canEdit = site.may.includes('update')
  const canPropose = site.may.includes('propose')
  const edit = () => startEditing({ type: 'site', id: site.id })
  return (
    <>
      <div className="edit-tools">
        {(canEdit || canPropose) && (
          <button type="button" className="main-button" onClick={edit}>
            {p(canEdit ? 'tools.edit' : 'tools.propose')}
          </button>
        )}
        {site.may.includes('read_history') && (
          <button
            type="button"
            className="plain-button"
            aria-expanded={isHistoryOpen}
            onClick={() => setHistoryOpen(!isHistoryOpen)}
          >
            {p(isHistoryOpen ? 'tools.hide_history' : 'tools.history')}
          </button>
        )}
      </div>
      {/* The record may be here before it is known who reads it. */}
      {(canEdit || canPropose) && <LeftDraft key={reader} site_id={site.id} onGoOn={edit} />}
      {sent?.record_id === site.id && (
        <p className="edit-notice" role="status">
          {p('save.sent')}
        </p>
      )}
      {isHistoryOpen && <SiteHistory site={site} />}
    </>
  )
}

function LeftDraft({ site_id, onGoOn }: { readonly site_id: number; readonly onGoOn: () => void }) {
  const { p } = usePartWords('editing')
  const [isThere, setThere] = useState(() => hasDraft(site_id))
  if (!isThere) return null
  return (
    <div className="edit-warning">
      {p('tools.draft')}{' '}
      <span className="edit-tools">
        <button type="button" className="text-button" onClick={onGoOn}>
          {p('tools.go_on')}
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => {
            discardDraft(site_id)
            setThere(false)
          }}
        >
          {p('tools.drop')}
        </button>
      </span>
    </div>
  )
}
