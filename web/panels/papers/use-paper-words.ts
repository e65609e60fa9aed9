/** What are papers, and those who owe them, called? */
import type { DuePaper } from '../../../core/api/due-papers.ts'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { toFullName } from '../../i18n/unit-names.ts'

export interface PaperWords extends PartWords<'papers'> {
  readonly nameOwer: (paper: DuePaper) => string
  readonly namePaper: (paper: DuePaper) => string
}

export function usePaperWords(): PaperWords {
  const words = usePartWords('papers')
  const { p, t } = words
  const nameOwer = ({ owed_by, ower_name, ower_kind, ower_code }: DuePaper) => {
    const name = ower_name ?? ower_code ?? ''
    if (owed_by === 'department') return p('owers.department')
    if (owed_by === 'carrier') return name
    return p('owers.district', { name: toFullName({ name, kind: ower_kind ?? 'huyen' }, t) })
  }
  return {
    ...words,
    nameOwer,
    namePaper: (paper) => {
      const told = { who: nameOwer(paper), title: paper.title }
      return paper.year === 0 ? p('row.name', told) : p('row.name_year', { ...told, year: paper.year })
    },
  }
}
