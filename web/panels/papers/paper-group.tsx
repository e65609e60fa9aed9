/** Which papers does one duty make owed? Its source once, then each paper with whoever owes it. */
import { useId } from 'react'
import type { PaperGroup as Group } from '../../state/paper-rows.ts'
import { toPaperKey } from '../../state/paper-rows.ts'
import { PaperLine } from './paper-line.tsx'
import { usePaperWords } from './use-paper-words.ts'

interface PaperGroupProps {
  readonly group: Group
  readonly today: string
  readonly onSaved: (text: string) => void
}

export function PaperGroup({ group: { papers }, today, onSaved }: PaperGroupProps) {
  const { p, formats } = usePaperWords()
  const id = useId()
  const [first] = papers
  if (first === undefined) return null
  const { title, act_number, act_title, clause, quote, note } = first
  const act = act_number ?? act_title
  return (
    <section aria-labelledby={id} className="paper-group">
      <h3 id={id}>
        {title} <span className="assigned-count">{formats.integer(papers.length)}</span>
      </h3>
      <p className="soft">{clause === null ? p('source', { act }) : p('clause', { clause, act })}</p>
      {quote !== null && <p className="soft">{p('quote', { quote })}</p>}
      {note !== null && <p className="soft">{note}</p>}
      <ul className="assigned-list">
        {papers.map((paper) => (
          <PaperLine key={toPaperKey(paper)} paper={paper} today={today} onSaved={onSaved} />
        ))}
      </ul>
    </section>
  )
}
