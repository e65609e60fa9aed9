/** How many villages, households and people does a group of the list hold? It folds and unfolds. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { GapSums } from '../../../core/gaps/groups.ts'
import type { ListItem } from './list-items.ts'
import { toGroupName, type GroupNames } from './list-words.ts'

interface GapGroupLineProps {
  readonly index: number
  readonly item: Extract<ListItem, { type: 'group' }>
  readonly names: GroupNames
  readonly columns: number
  readonly is_active: boolean
  readonly onOpen: () => void
  readonly onFocus: () => void
}

export function GapGroupLine(props: GapGroupLineProps) {
  const { index, item, names, columns, is_active, onOpen, onFocus } = props
  return (
    <tr
      className="gap-group"
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={is_active ? 0 : -1}
      onClick={onOpen}
      onFocus={onFocus}
    >
      <th scope="rowgroup" colSpan={columns}>
        <GroupHead item={item} names={names} onOpen={onOpen} />
      </th>
    </tr>
  )
}

export function GroupHead({ item, names, onOpen }: Pick<GapGroupLineProps, 'item' | 'names' | 'onOpen'>) {
  const words = usePartWords('gaps')
  const { group, is_folded } = item
  return (
    <span className="gap-group-head">
      <button
        type="button"
        tabIndex={-1}
        aria-expanded={!is_folded}
        onClick={(event) => {
          // The line around it does the same.
          event.stopPropagation()
          onOpen()
        }}
      >
        <span aria-hidden="true">{is_folded ? '▸' : '▾'}</span> {toGroupName(group.key, names, words)}
      </button>
      <GroupSums sums={group.sums} />
    </span>
  )
}

function GroupSums({ sums }: { readonly sums: GapSums }) {
  const { p, formats } = usePartWords('gaps')
  return (
    <span className="soft">
      {p('group_sums', {
        villages: formats.integer(sums.villages),
        households: formats.integer(sums.households),
        people: formats.integer(sums.people),
      })}
    </span>
  )
}
