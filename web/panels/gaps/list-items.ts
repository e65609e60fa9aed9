/** Which lines does a list draw: groups, and their villages where they are unfolded? */
import type { GapGroup, GapList } from '../../state/gap-list.ts'
import type { GapRow } from '../../state/gap-rows.ts'

export type ListItem =
  | { readonly type: 'group'; readonly key: string; readonly group: GapGroup; readonly is_folded: boolean }
  | {
      readonly type: 'village'
      readonly key: string
      readonly row: GapRow
      readonly group_key: string | null
    }

export function toListItems({ rows, groups }: GapList, folded: ReadonlySet<string>): ListItem[] {
  const toVillage = (row: GapRow, group_key: string | null): ListItem => ({
    type: 'village',
    key: `village:${row.id}`,
    row,
    group_key,
  })
  if (groups === null) return rows.map((row) => toVillage(row, null))
  return groups.flatMap((group): ListItem[] => {
    const is_folded = folded.has(group.key)
    const head: ListItem = { type: 'group', key: `group:${group.key}`, group, is_folded }
    return is_folded ? [head] : [head, ...group.rows.map((row) => toVillage(row, group.key))]
  })
}

/** Where a village stands among the lines; −1 where it does not, or is folded away. */
export function findVillageItem(items: readonly ListItem[], id: number): number {
  return items.findIndex((item) => item.type === 'village' && item.row.id === id)
}

/** The line that a key leads to from another; null where the key means nothing here. */
export function toNextItem(
  key: string,
  from: number,
  options: { readonly count: number; readonly page: number },
) {
  const { count, page } = options
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to))
}
