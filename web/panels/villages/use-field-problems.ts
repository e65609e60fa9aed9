/** What is wrong with a field: as the page reads it, or as the server has refused it? */
import type { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { readRefusedField } from '../../state/refused-field.ts'
import type { Saving } from './use-saving.ts'

/** @returns null where nothing is wrong with it */
export type ToFieldProblem = (field: string) => string | null

interface Wrong {
  /** By field: the end of a key under `problems` in the texts. */
  readonly problems: Readonly<Partial<Record<string, string>>>
  readonly saving: Saving
  /** Of several villages in one form, which one these fields are of. */
  readonly part?: number
}

export function useFieldProblems({ problems, saving, part }: Wrong): ToFieldProblem {
  const { p } = usePartWords('villages')
  const toRefusalText = useRefusalText()
  const refused = saving.status === 'refused' ? readRefusedField(saving.problem) : null
  return (field) => {
    const own = problems[field]
    if (own !== undefined) return p(`problems.${own}` as 'problems.name_missing')
    if (saving.status !== 'refused' || refused?.field !== field) return null
    return refused.part === null || refused.part === part ? toRefusalText(saving.problem) : null
  }
}

/** What the server says, and where it says what would be right, that too. */
export function useRefusalText(): (problem: ApiProblem) => string {
  const { p, formats } = usePartWords('villages')
  const toProblemText = useProblemText()
  return ({ code, params }) => {
    const bound = /^(<=|>) (\d{4}-\d{2}-\d{2})$/.exec(String(params['expected']))
    if (code !== 'value_invalid' || bound === null) return toProblemText({ code, params })
    const day = formats.date(bound[2] ?? '')
    return bound[1] === '<=' ? p('problems.day_after', { day }) : p('problems.day_before', { day })
  }
}
