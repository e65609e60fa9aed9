/** Which target applies to what is asked, if any? */
import { findTarget } from '../state/question-slice.ts'
import { useApp } from '../state/store.ts'
import type { Province } from '../../core/api/province.ts'

export function useTarget(): Province['targets'][number] | null {
  return useApp(({ question, province, today }) => findTarget(question, province, today))
}
