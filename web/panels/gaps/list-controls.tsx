/** How is the list put: in which order, in which groups, with which columns; and how is it taken away as a file? */
import { useId, useRef, useState, type ReactNode } from 'react'
import type { OpenGapList } from '../../hooks/use-gap-list.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { groupings } from '../../state/list-view.ts'
import { changeList } from './change-list.ts'
import { ColumnPicker } from './column-picker.tsx'
import { toColumnTitle } from './cell-text.ts'
import { ExportButtons } from './export-buttons.tsx'
import { toRuleWords, type GroupNames } from './list-words.ts'
import { RuleEditor } from './rule-editor.tsx'

interface ListControlsProps {
  readonly open: OpenGapList
  readonly names: GroupNames
}

export function ListControls({ open, names }: ListControlsProps) {
  const words = usePartWords('gaps')
  const { p, formats } = words
  const { list, view } = open
  return (
    <div className="list-controls">
      <GroupingSelect value={view.grouping} />
      <Popover title={p('rank')}>
        <RuleEditor rule={view.rule} />
      </Popover>
      <Popover title={p('columns_title')}>
        <ColumnPicker columns={view.columns} carriers={names.carriers} />
      </Popover>
      <ExportButtons open={open} names={names} />
      <p className="note list-order">
        <span role="status">{p('status', { n: formats.integer(list.rows.length) })}</span>
        {' · '}
        {view.sort === null
          ? p('rank_by', { rule: toRuleWords(view.rule, words) })
          : p('rank_sorted', {
              column: toColumnTitle(view.sort.column, words, names.carriers),
              rule: toRuleWords(view.rule, words),
            })}{' '}
        {view.sort !== null && (
          <button type="button" className="text-button" onClick={() => changeList({ sort: null })}>
            {p('rank_back')}
          </button>
        )}
      </p>
    </div>
  )
}

function GroupingSelect({ value }: { readonly value: (typeof groupings)[number] }) {
  const { p } = usePartWords('gaps')
  const id = useId()
  return (
    <span className="list-select">
      <label htmlFor={id}>{p('grouping')}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = groupings.find((grouping) => grouping === event.target.value)
          if (chosen !== undefined) changeList({ grouping: chosen })
        }}
      >
        {groupings.map((grouping) => (
          <option key={grouping} value={grouping}>
            {p(`groupings.${grouping}`)}
          </option>
        ))}
      </select>
    </span>
  )
}

/** Closes on Escape, and when one goes on elsewhere. */
function Popover({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  return (
    <div
      className="popover"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
      onBlur={(event) => {
        const next = event.relatedTarget
        if (next !== null && !event.currentTarget.contains(next)) setOpen(false)
      }}
    >
      <button
        type="button"
        ref={button}
        className="plain-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {title} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <div className="card popover-body" id={id} role="group" aria-label={title}>
          {children}
        </div>
      )}
    </div>
  )
}
