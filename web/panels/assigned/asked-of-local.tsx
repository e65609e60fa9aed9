/** What does the Sở ask, at the top of an UBND's work? Nothing is drawn where nothing is asked. */
import { listAsked } from '../../state/assigned-rows.ts'
import { LocalQuestions } from './local-questions.tsx'
import { useRegister } from './use-register.ts'

export function AskedOfLocal() {
  const register = useRegister()
  const rows = register.status === 'ready' ? register.rows : []
  return listAsked(rows).length === 0 ? null : <LocalQuestions rows={rows} />
}
