/** Which of the papers that are owed does one look at, and how are they grouped? */
import type { DuePaper } from '../../core/api/due-papers.ts'
import { paperStandings, type PaperStanding } from '../../core/duties/paper-standing.ts'

/** As chosen; empty: all. `who` is a kind of ower, or one of them. */
export interface PaperFilter {
  readonly who: string
  readonly year: string
  readonly standing: PaperStanding | ''
}

export const allPapers: PaperFilter = { who: '', year: '', standing: '' }

/** `carrier viettel`: who owes it. */
export function toOwerKey({ owed_by, ower_code }: DuePaper): string {
  return ower_code === null ? owed_by : `${owed_by} ${ower_code}`
}

export function filterPapers(papers: readonly DuePaper[], { who, year, standing }: PaperFilter): DuePaper[] {
  return papers.filter(
    (paper) =>
      (who === '' || paper.owed_by === who || toOwerKey(paper) === who) &&
      (year === '' || String(paper.year) === year) &&
      (standing === '' || paper.standing === standing),
  )
}

export interface PaperGroup {
  readonly duty_code: string
  /** By day, then in the order of whoever owes them. */
  readonly papers: readonly DuePaper[]
}

/** By duty, whose source is told once. */
export function groupPapers(papers: readonly DuePaper[]): PaperGroup[] {
  const groups = new Map<string, DuePaper[]>()
  for (const paper of papers) groups.set(paper.duty_code, [...(groups.get(paper.duty_code) ?? []), paper])
  return [...groups].map(([duty_code, own]) => ({
    duty_code,
    papers: own.toSorted((a, b) => b.year - a.year),
  }))
}

/** How many stand how; only what there is, what asks for a hand first. */
export function countStandings(
  papers: readonly DuePaper[],
): { readonly standing: PaperStanding; readonly count: number }[] {
  return paperStandings
    .map((standing) => ({ standing, count: papers.filter((paper) => paper.standing === standing).length }))
    .filter(({ count }) => count > 0)
}

/** A paper has no number before something is recorded of it. */
export function toPaperKey({ duty_code, ower_code, year }: DuePaper): string {
  return [duty_code, ower_code ?? '', year].join(':')
}
