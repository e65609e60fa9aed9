/** What happens when a carrier saves a report? It lies on this machine first; then it is sent, at once where there is a line. */
import type { AssignmentRecord, AssignmentStep } from '../../core/api/assignments.ts'
import { ApiProblem, call } from '../api.ts'
import { toVillageName } from '../state/assigned-rows.ts'
import type { StepDraft } from '../state/assigned-step.ts'
import { useApp } from '../state/store.ts'
import { senders, send } from './follow-outbox.ts'
import { newKey } from './new-key.ts'
import type { UnsentReport } from './outbox-database.ts'
import { keepUnsent } from './outbox.ts'
import { sendNow } from './send-unsent.ts'
import { toUnsentFiles, type ChosenFile } from './to-unsent-files.ts'

export interface WrittenReport {
  readonly step: AssignmentStep
  readonly draft: StepDraft
  readonly files: readonly ChosenFile[]
  /** The key of the one that this is written instead of. */
  readonly replaces: string | null
}

/** @returns `kept` where it waits for the line or for its author to sign in; a refusal is thrown, and nothing waits */
export async function writeReport(
  record: AssignmentRecord,
  { step, draft, files: chosen, replaces }: WrittenReport,
): Promise<'saved' | 'kept'> {
  const { user_id = null } = useApp.getState().session ?? {}
  if (user_id === null) return sendUnkept(record, step)
  const report: UnsentReport = {
    key: newKey(),
    user_id,
    written_at: new Date().toISOString(),
    assignment_id: record.id,
    name: toVillageName(record),
    step,
    version: record.progress?.version ?? 1,
    draft,
    problem: null,
  }
  const files = toUnsentFiles(chosen, { record, user_id, report_key: report.key })
  try {
    await keepUnsent({ report, files, replaces })
  } catch {
    // A browser that keeps nothing, or has no room: the report goes as it would without an outbox.
    if (files.length === 0) return sendUnkept(record, step)
    throw new ApiProblem('storage')
  }
  const sent = await sendNow(report, senders)
  // Those that wait are tried as well, now that there may be a line.
  void send()
  return sent === 'sent' ? 'saved' : 'kept'
}

/** Proof without a report: to what was reported before. */
export async function writeFiles(record: AssignmentRecord, chosen: readonly ChosenFile[]): Promise<void> {
  const { user_id = null } = useApp.getState().session ?? {}
  if (user_id === null) throw new ApiProblem('not_signed_in')
  const files = toUnsentFiles(chosen, { record, user_id, report_key: null })
  try {
    await keepUnsent({ report: null, files })
  } catch {
    throw new ApiProblem('storage')
  }
  void send()
}

async function sendUnkept({ id, progress }: AssignmentRecord, step: AssignmentStep): Promise<'saved'> {
  const body = { ...step, key: newKey() }
  await call('moveAssignment', { params: { id }, body, version: progress?.version ?? 1 })
  return 'saved'
}
