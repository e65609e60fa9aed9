/** What follows from a step that was taken? Lists and open records are fetched again; where statements came of it, shares too. */
import type { AssignmentMoveName } from '../../../core/assignments/lifecycle.ts'
import { useApp } from '../../state/store.ts'
import { showSaved } from '../villages/show-saved.ts'

const withStatements: readonly AssignmentMoveName[] = ['accept', 'reopen']

export async function showStep(move: AssignmentMoveName): Promise<void> {
  if (withStatements.includes(move)) await showSaved()
  else useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
}
