/** What is typed of a village that is to be, new, merged or part of another, and can it be sent? */
import type { ReadingArea } from '../../core/coordinates/parse.ts'
import type { NewVillage } from '../../core/inventory/village-edit.ts'
import { emptyVillage, toVillageChanges, type DraftProblem, type VillageDraft } from './village-edit.ts'

export interface NewVillageDraft extends VillageDraft {
  readonly code: string
  /** Stated where neither a position nor a pin says it. */
  readonly commune_code: string
}

export const emptyNewVillage: NewVillageDraft = { ...emptyVillage, code: '', commune_code: '' }

export type NewVillageProblem = DraftProblem | 'code_missing' | 'code_unfit' | 'commune_missing'
export type NewVillageProblems = Readonly<Partial<Record<keyof NewVillageDraft, NewVillageProblem>>>

export interface NewVillageReading {
  /** Null where something is wrong. */
  readonly village: NewVillage | null
  readonly problems: NewVillageProblems
}

/** As the contract has it. */
const codePattern = /^[0-9A-Za-zĐđ._/-]{1,40}$/

/** @param commune `follows`: where nothing is said of it, it is that of the village that this one comes of */
export function toNewVillage(
  draft: NewVillageDraft,
  area: ReadingArea,
  commune: 'needed' | 'follows',
): NewVillageReading {
  const { changes, problems: wrong } = toVillageChanges(emptyVillage, draft, area)
  const [code, name] = [draft.code.trim(), draft.name.trim()]
  const isPlaced = draft.position.trim() !== '' || draft.commune_pin !== ''
  const problems: NewVillageProblems = {
    ...wrong,
    ...(code === '' ? { code: 'code_missing' as const } : {}),
    ...(code !== '' && !codePattern.test(code) ? { code: 'code_unfit' as const } : {}),
    ...(name === '' ? { name: 'name_missing' as const } : {}),
    ...(commune === 'needed' && !isPlaced && draft.commune_code === ''
      ? { commune_code: 'commune_missing' as const }
      : {}),
  }
  if (Object.keys(problems).length > 0) return { village: null, problems }
  const stated = isPlaced || draft.commune_code === '' ? {} : { commune_code: draft.commune_code }
  return { village: { ...changes, ...stated, code, name, kind: draft.kind }, problems }
}

/** Codes of a commune that follow the last of those given: 03124-20, 03124-21. */
export function suggestCodes(taken: readonly string[], commune_code: string, count: number): string[] {
  const numbers = taken.flatMap((code) => {
    const [commune, number = '', ...rest] = code.split('-')
    return commune === commune_code && rest.length === 0 && /^\d{1,4}$/.test(number) ? [Number(number)] : []
  })
  const last = Math.max(0, ...numbers)
  return Array.from(
    { length: count },
    (_, index) => `${commune_code}-${String(last + index + 1).padStart(2, '0')}`,
  )
}

/** As many for each as can be, the first ones one more: 20 among 3 is 7, 7, 6. */
export function shareOut(total: number, count: number): number[] {
  const [least, left] = [Math.floor(total / count), total % count]
  return Array.from({ length: count }, (_, index) => least + (index < left ? 1 : 0))
}

/** What the parts leave over of the whole; negative where they have more. Null while one of the numbers is not known. */
export function countLeft(
  whole: number | null,
  parts: readonly (number | null | undefined)[],
): number | null {
  return parts.reduce<number | null>(
    (left, part) => (left === null || part === null || part === undefined ? null : left - part),
    whole,
  )
}
