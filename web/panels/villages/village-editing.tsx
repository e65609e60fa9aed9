/** What may whoever is signed in do with this village? Only that is offered; one thing is open at a time. */
import { useState } from 'react'
import type { VillageRecord } from '../../../core/api/records.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { startEditing, type VillageTarget } from '../../state/edit-slice.ts'
import { useApp } from '../../state/store.ts'
import { useWorklist } from '../../state/worklist.ts'
import { lookAt } from '../../state/transitions.ts'
import { History } from './history.tsx'
import { OwnReports, ReportForm } from './report-form.tsx'
import { StatementForm } from './statement-form.tsx'
import { StatementList } from './statement-list.tsx'
import { VillageNewsNote } from './village-news-note.tsx'
import { VillageForm } from './village-form.tsx'
import './villages.css'

const works = ['edit', 'statement', 'statements', 'confirm', 'report', 'history'] as const
type Work = (typeof works)[number]

const rightFor = {
  edit: 'update',
  statement: 'add_statement',
  statements: 'add_statement',
  confirm: 'confirm',
  report: 'propose_statement',
  history: 'read_history',
} as const satisfies Record<Work, VillageRecord['may'][number]>

const savedTexts = {
  edit: 'saved',
  statement: 'statement.saved',
  confirm: 'confirm.saved',
  report: 'report.sent',
} as const

export function VillageEditing({ village }: { readonly village: VillageRecord }) {
  const { p } = usePartWords('villages')
  const isFromList = useWorklist(({ opened_id }) => opened_id === village.id)
  const [open, setOpen] = useState<Work | null>(
    isFromList && village.may.includes('confirm') ? 'confirm' : null,
  )
  const [saved, setSaved] = useState<keyof typeof savedTexts | null>(null)
  const [sent_count, setSentCount] = useState(0)
  const offered = works.filter((work) => village.may.includes(rightFor[work]))
  if (offered.length === 0) return null
  const toEnd = (work: keyof typeof savedTexts) => (result: 'saved' | 'given up') => {
    setOpen(null)
    setSaved(result === 'saved' ? work : null)
    if (result === 'saved') setSentCount(sent_count + 1)
  }
  return (
    <div className="village-editing">
      <div className="edit-toolbar" role="group" aria-label={p('actions.heading')}>
        {offered.map((work) => (
          <button
            key={work}
            type="button"
            className="plain-button"
            aria-expanded={open === work}
            onClick={() => {
              setOpen(open === work ? null : work)
              setSaved(null)
            }}
          >
            {p(`actions.${work}`)}
          </button>
        ))}
        {village.may.includes('update') && village.valid_to === null && <SuccessionTools village={village} />}
      </div>
      <p className="edit-saved" role="status">
        {saved !== null && p(savedTexts[saved])}
      </p>
      {isFromList && (
        <button type="button" className="text-button" onClick={() => useApp.setState({ page: 'worklist' })}>
          {p('worklist.back')}
        </button>
      )}
      <VillageNewsNote village={village} />
      {open === 'edit' && <VillageForm village={village} fields="all" onDone={toEnd('edit')} />}
      {open === 'confirm' && <VillageForm village={village} fields="confirmable" onDone={toEnd('confirm')} />}
      {open === 'statement' && <StatementForm village={village} onDone={toEnd('statement')} />}
      {open === 'statements' && <StatementList village={village} />}
      {open === 'report' && <ReportForm village={village} onDone={toEnd('report')} />}
      {open === 'history' && <History village={village} />}
      {offered.includes('report') && <OwnReports id={village.id} read_count={sent_count} />}
    </div>
  )
}

/** A village that has ended is history. */
function SuccessionTools({ village }: { readonly village: VillageRecord }) {
  const { p } = usePartWords('villages')
  const { id, commune_code, lng, lat } = village
  const start = (target: VillageTarget) => {
    startEditing(target)
    useApp.setState((state) => lookAt(state, [lng, lat]))
  }
  return (
    <>
      <button
        type="button"
        className="plain-button"
        onClick={() => start({ type: 'merge-villages', ids: [id], commune_code })}
      >
        {p('actions.merge')}
      </button>
      <button type="button" className="plain-button" onClick={() => start({ type: 'split-village', id })}>
        {p('actions.split')}
      </button>
    </>
  )
}
