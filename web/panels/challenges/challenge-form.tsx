/** How is a step with one challenge taken? Exactly the details of its move, and before a decision what it will change. */
import { useState } from 'react'
import type { Challenge } from '../../../core/api/challenges.ts'
import {
  getChallengeMove,
  type ChallengeDetail,
  type ChallengeMoveName,
} from '../../../core/challenges/lifecycle.ts'
import { call } from '../../api.ts'
import { useApp } from '../../state/store.ts'
import { FormFrame } from '../villages/form-frame.tsx'
import { showSaved } from '../villages/show-saved.ts'
import { useDraft } from '../villages/use-draft.ts'
import { useSaving } from '../villages/use-saving.ts'
import { ChallengeField, type ChallengeDraft } from './challenge-field.tsx'
import { DecisionPreview } from './decision-preview.tsx'
import { useChallengeWords } from './use-challenge-words.ts'

interface ChallengeFormProps {
  readonly challenge: Challenge
  readonly all: readonly Challenge[]
  readonly move: ChallengeMoveName
  readonly today: string
  /** With the move where it was taken, null where it was given up. */
  readonly onDone: (move: ChallengeMoveName | null) => void
}

const emptyDraft: ChallengeDraft = {
  answer: '',
  text: '',
  reason: '',
  outcome: '',
  happened_on: '',
  into_id: '',
}

export function ChallengeForm({ challenge, all, move, today, onDone }: ChallengeFormProps) {
  const { p } = useChallengeWords()
  const form = useDraft<ChallengeDraft>(`challenge:${challenge.id}:${move}`, emptyDraft)
  const [missing, setMissing] = useState<readonly ChallengeDetail[]>([])
  const { saving, run } = useSaving()
  const { needs, may } = getChallengeMove(move)
  const details = [...needs, ...may]
  const save = async () => {
    const lacking = needs.filter((detail) => form.draft[detail].trim() === '')
    setMissing(lacking)
    if (lacking.length > 0) return
    const isSaved = await run(() => sendStep(challenge, move, pick(form.draft, details)))
    // Whoever was faster has changed it: it is shown as it is now, and what was typed stays.
    useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
    if (!isSaved) return
    form.drop()
    onDone(move)
    if (move === 'decide') await showSaved()
  }
  return (
    <FormFrame
      title={p(`moves.${move}`)}
      save_label={p(`moves.${move}`)}
      saving={saving}
      draft={form}
      onSave={() => void save()}
      onCancel={() => {
        form.drop()
        onDone(null)
      }}
    >
      {details.map((detail) => (
        <ChallengeField
          key={detail}
          detail={detail}
          is_needed={needs.includes(detail)}
          is_missing={missing.includes(detail)}
          saving={saving}
          today={today}
          challenge={challenge}
          all={all}
          value={form.draft[detail]}
          onChange={(value) => form.change({ [detail]: value })}
        />
      ))}
      {move === 'decide' && <DecisionPreview challenge={challenge} outcome={form.draft.outcome} />}
    </FormFrame>
  )
}

function pick(draft: ChallengeDraft, details: readonly ChallengeDetail[]): Record<string, string | number> {
  const given = details
    .map((detail) => [detail, draft[detail].trim()] as const)
    .filter(([, value]) => value !== '')
  return Object.fromEntries(
    given.map(([detail, value]) => [detail, detail === 'into_id' ? Number(value) : value]),
  )
}

async function sendStep(
  { id, version }: Challenge,
  move: ChallengeMoveName,
  details: Record<string, string | number>,
): Promise<void> {
  await call('moveChallenge', { params: { id }, body: { move, ...details }, version })
}
