/** What does the line of one paper say: who owes it, by when, how it stands, and what can be done with it now? */
import { useRef, useState } from 'react'
import type { DuePaper } from '../../../core/api/due-papers.ts'
import type { PaperMoveName } from '../../../core/duties/paper-lifecycle.ts'
import { CarrierMark } from '../carrier-mark.tsx'
import { PartButton } from '../part-button.tsx'
import { Proofs } from '../proofs/proofs.tsx'
import { PaperForm } from './paper-form.tsx'
import { PaperHistory } from './paper-history.tsx'
import { PaperMark } from './paper-mark.tsx'
import { usePaperWords } from './use-paper-words.ts'

interface PaperLineProps {
  readonly paper: DuePaper
  readonly today: string
  readonly onSaved: (text: string) => void
}

type Opened = PaperMoveName | 'history' | 'files' | null

export function PaperLine({ paper, today, onSaved }: PaperLineProps) {
  const { p, namePaper } = usePaperWords()
  const [opened, setOpened] = useState<Opened>(null)
  const line = useRef<HTMLLIElement>(null)
  // The button that was pressed may be gone: the focus stays with the paper.
  const close = (move: PaperMoveName | null) => {
    // The paper itself comes after what is known of it.
    setOpened(move === 'hand_in' ? 'files' : null)
    line.current?.focus()
    if (move !== null) onSaved(p('saved', { move: p(`moves.${move}`), name: namePaper(paper) }))
  }
  return (
    <li className="paper-line" ref={line} tabIndex={-1} aria-label={namePaper(paper)}>
      <PaperFacts paper={paper} />
      <PaperButtons paper={paper} opened={opened} onOpen={setOpened} />
      {opened === 'history' && paper.id !== null && <PaperHistory id={paper.id} />}
      {opened === 'files' && paper.id !== null && (
        <Proofs
          noun="due_papers"
          noun_id={paper.id}
          title={p('row.files_title')}
          kinds={['document']}
          has_village={false}
        />
      )}
      {opened !== null && opened !== 'history' && opened !== 'files' && (
        <PaperForm key={opened} paper={paper} move={opened} today={today} onDone={close} />
      )}
    </li>
  )
}

function PaperFacts({ paper }: { readonly paper: DuePaper }) {
  const { p, formats, nameOwer } = usePaperWords()
  const { owed_by, ower_code, ower_valid_to, standing, days_late, due_on, sent_on, number, text, reason } =
    paper
  const sent = [
    sent_on === null ? null : p('row.sent', { date: formats.date(sent_on) }),
    number === null ? null : p('row.number', { number }),
  ].filter((part) => part !== null)
  return (
    <div>
      <p>
        <strong>
          {owed_by === 'carrier' && ower_code !== null ? <CarrierMark code={ower_code} /> : nameOwer(paper)}
        </strong>{' '}
        · {due_on === null ? p('row.no_due') : p('row.due', { date: formats.date(due_on) })}
      </p>
      <p>
        <PaperMark standing={standing} /> {p(`standings.${standing}`)}
        {days_late > 0 && (
          <span className="assigned-late"> · {p('late', { n: formats.integer(days_late) })}</span>
        )}
        {standing === 'ended' && ower_valid_to !== null && (
          <span className="soft"> · {p('row.ended', { date: formats.date(ower_valid_to) })}</span>
        )}
      </p>
      {sent.length > 0 && <p className="soft">{sent.join(', ')}</p>}
      {reason !== null && <p className="assigned-reason">{p('row.reason', { reason })}</p>}
      {text !== null && <p className="soft">{text}</p>}
    </div>
  )
}

interface PaperButtonsProps {
  readonly paper: DuePaper
  readonly opened: Opened
  readonly onOpen: (opened: Opened) => void
}

function PaperButtons({ paper, opened, onOpen }: PaperButtonsProps) {
  const { p, namePaper } = usePaperWords()
  const name = namePaper(paper)
  const toggle = (next: Opened) => onOpen(opened === next ? null : next)
  return (
    <div className="paper-buttons">
      {paper.moves.map((move) => (
        <button
          type="button"
          key={move}
          className="plain-button"
          aria-expanded={opened === move}
          aria-label={p('row.do_of', { move: p(`moves.${move}`), name })}
          onClick={() => toggle(move)}
        >
          {p(`moves.${move}`)}
        </button>
      ))}
      {paper.id !== null &&
        (['files', 'history'] as const).map((part) => (
          <PartButton
            key={part}
            label={p(`row.${part}`)}
            full_label={p(`row.${part}_of`, { name })}
            is_opened={opened === part}
            onToggle={() => toggle(part)}
          />
        ))}
    </div>
  )
}
