/** What does the line of one challenge say: what was seen, how far it is, and what can be done with it now? */
import { useRef, useState } from 'react'
import type { Challenge } from '../../../core/api/challenges.ts'
import type { ChallengeMoveName } from '../../../core/challenges/lifecycle.ts'
import { fileKinds } from '../../../core/files/kinds.ts'
import { useRole } from '../../hooks/use-role.ts'
import { PartButton } from '../part-button.tsx'
import { Proofs } from '../proofs/proofs.tsx'
import { ChallengeFacts } from './challenge-facts.tsx'
import { ChallengeForm } from './challenge-form.tsx'
import { ChallengeHistory } from './challenge-history.tsx'
import { useChallengeWords } from './use-challenge-words.ts'

interface ChallengeLineProps {
  readonly challenge: Challenge
  /** What it may be merged into is among them. */
  readonly all: readonly Challenge[]
  readonly today: string
  readonly onSaved: (text: string) => void
}

type Opened = ChallengeMoveName | 'history' | 'files' | null

export function ChallengeLine({ challenge, all, today, onSaved }: ChallengeLineProps) {
  const { p, nameChallenge } = useChallengeWords()
  const role = useRole()
  const [opened, setOpened] = useState<Opened>(null)
  const line = useRef<HTMLLIElement>(null)
  const name = nameChallenge(challenge)
  // The button that was pressed may be gone: the focus stays with the challenge.
  const close = (move: ChallengeMoveName | null) => {
    setOpened(null)
    line.current?.focus()
    if (move !== null) onSaved(p('saved', { move: p(`moves.${move}`), name }))
  }
  const toggle = (next: Opened) => setOpened(opened === next ? null : next)
  return (
    <li className="paper-line" ref={line} tabIndex={-1} aria-label={name}>
      <ChallengeFacts challenge={challenge} />
      <div className="paper-buttons">
        {challenge.moves.map((move) => (
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
        {(['files', 'history'] as const).map((part) => (
          <PartButton
            key={part}
            label={p(`row.${part}`)}
            full_label={p(`row.${part}_of`, { name })}
            is_opened={opened === part}
            onToggle={() => toggle(part)}
          />
        ))}
      </div>
      {opened === 'history' && <ChallengeHistory id={challenge.id} />}
      {opened === 'files' && (
        <Proofs
          noun="challenges"
          noun_id={challenge.id}
          title={p('row.files_title')}
          kinds={role === 'carrier' ? fileKinds : ['photo', 'document']}
          has_village
        />
      )}
      {opened !== null && opened !== 'history' && opened !== 'files' && (
        <ChallengeForm
          key={opened}
          challenge={challenge}
          all={all}
          move={opened}
          today={today}
          onDone={close}
        />
      )}
    </li>
  )
}
