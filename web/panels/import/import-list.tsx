/** Which files were sent, by whom, and what became of each? Those that wait for the Sở first. */
import { useId } from 'react'
import type { ImportRecord } from '../../../core/api/imports.ts'
import { call } from '../../api.ts'
import { useRole } from '../../hooks/use-role.ts'
import { useToldList } from '../../hooks/use-told-list.ts'
import { toMoment } from '../../i18n/moment.ts'
import { rowTabs } from '../../state/import-steps.ts'
import { ListProblem } from '../list-problem.tsx'
import { openImport } from './open-import.ts'
import { RowIcon } from './row-icon.tsx'
import { useImportWords } from './use-import-words.ts'

const load = async (signal: AbortSignal) => (await call('listImports', { signal })).imports

export function ImportList() {
  const { p } = useImportWords()
  const told = useToldList(load)
  const isCarrier = useRole() === 'carrier'
  if (told.status === 'loading') {
    return (
      <span className="skeleton skeleton-block" role="status" aria-busy="true" aria-label={p('loading')} />
    )
  }
  if (told.status === 'failed') return <ListProblem problem={told.problem} onRetry={told.retry} />
  if (told.list.length === 0) return <p>{p('list.empty')}</p>
  const waiting = isCarrier ? [] : told.list.filter(({ state }) => state === 'proposed')
  const others = told.list.filter((one) => !waiting.includes(one))
  return (
    <>
      {waiting.length > 0 && <Imports title={p('list.title_proposed')} imports={waiting} />}
      {others.length > 0 && <Imports title={p('list.title')} imports={others} />}
    </>
  )
}

interface ImportsProps {
  readonly title: string
  readonly imports: readonly ImportRecord[]
}

function Imports({ title, imports }: ImportsProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul className="import-list">
        {imports.map((record) => (
          <ImportLine key={record.id} record={record} />
        ))}
      </ul>
    </section>
  )
}

function ImportLine({ record }: { readonly record: ImportRecord }) {
  const { p, nameSender, formats } = useImportWords()
  const { id, file_name, noun, sender, state, counts, created_at, created_by } = record
  return (
    <li>
      <div className="import-line-head">
        <button
          type="button"
          className="text-button import-name"
          aria-label={p('list.open', { file: file_name, state: p(`states.${state}`) })}
          onClick={() => openImport(id)}
        >
          {file_name}
        </button>
        <StateChip state={state} />
      </div>
      <span>{p('list.what', { noun: p(`nouns.${noun}`), sender: nameSender(sender) })}</span>
      <span className="soft">
        {p('list.when', { when: toMoment(created_at) })}
        {created_by !== null && ` ${p('list.by', { who: created_by })}`}
      </span>
      {counts !== null && (
        <span className="import-counts">
          {rowTabs
            .filter((status) => counts[status] > 0 && status !== 'unchanged')
            .map((status) => (
              <span key={status}>
                <RowIcon status={status} />{' '}
                {p('list.count', {
                  n: formats.integer(counts[status]),
                  status: p(`statuses.${status}`).toLocaleLowerCase(),
                })}
              </span>
            ))}
        </span>
      )}
    </li>
  )
}

export function StateChip({ state }: Pick<ImportRecord, 'state'>) {
  const { p } = useImportWords()
  const isLoud = state === 'failed' || state === 'returned' || state === 'proposed'
  return <span className={isLoud ? 'chip chip-warning' : 'chip'}>{p(`states.${state}`)}</span>
}
