/** Every account with its role and state, sortable, and what may be done with it. */
import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { UserRecord } from '../../../core/api/accounts.ts'
import { compareNames } from '../../../core/text.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useApp } from '../../state/store.ts'
import { useUnitName } from './use-unit-name.ts'

interface UsersTableProps {
  readonly users: readonly UserRecord[]
  readonly onEdit: (user: UserRecord) => void
  readonly onToggle: (user: UserRecord) => void
  readonly onReset: (user: UserRecord) => void
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const ariaSort = { asc: 'ascending', desc: 'descending' } as const
type Row = { readonly original: UserRecord }

const columns = [
  {
    id: 'name' as const,
    accessorFn: (user: UserRecord) => user.display_name,
    sortFn: (a: Row, b: Row) => compareNames(a.original.display_name, b.original.display_name),
  },
  { id: 'role' as const, accessorFn: (user: UserRecord) => user.role },
  { id: 'state' as const, accessorFn: (user: UserRecord) => Number(user.is_disabled) },
  { id: 'last_seen' as const, accessorFn: (user: UserRecord) => user.last_seen_at ?? '' },
]

export function UsersTable({ users, ...acts }: UsersTableProps) {
  const { p } = usePartWords('accounts')
  const data = useMemo(() => [...users], [users])
  const table = useTable(
    { features, columns, data, initialState: { sorting: [{ id: 'name', desc: false }] } },
    (state) => ({ sorting: state.sorting }),
  )
  return (
    <div className="users-table-frame">
      <table className="users-table">
        <caption className="visually-hidden">{p('users.title')}</caption>
        <thead>
          <tr>
            {table.getAllLeafColumns().map((column) => {
              const direction = column.getIsSorted()
              return (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={direction === false ? 'none' : ariaSort[direction]}
                >
                  <button type="button" onClick={() => column.toggleSorting()}>
                    {p(`users.${column.id as (typeof columns)[number]['id']}`)}
                    <span className="arrow" aria-hidden="true">
                      {direction === false ? '' : direction === 'asc' ? '↑' : '↓'}
                    </span>
                  </button>
                </th>
              )
            })}
            <th scope="col">{p('users.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ original }) => (
            <UserRow key={original.id} user={original} {...acts} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function UserRow({
  user,
  onEdit,
  onToggle,
  onReset,
}: Omit<UsersTableProps, 'users'> & { readonly user: UserRecord }) {
  const { p } = usePartWords('accounts')
  const carriers = useApp((state) => state.province?.carriers)
  const toUnitName = useUnitName()
  const carrier = carriers?.find(({ code }) => code === user.carrier_code)?.name
  const bound = [carrier, ...user.units.map(toUnitName)].filter(Boolean).join(', ')
  const states = [
    user.is_disabled ? p('users.disabled') : p('users.active'),
    user.must_change_password ? p('users.must_change') : null,
    user.is_demo ? p('users.demo') : null,
  ]
  return (
    <tr>
      <th scope="row">
        {user.display_name} <span className="within">{user.username}</span>
      </th>
      <td>
        {p(`roles.${user.role}`)} {bound !== '' && <span className="within">{bound}</span>}
      </td>
      <td>{states.filter((state) => state !== null).join(' · ')}</td>
      <td className="number">
        {user.last_seen_at === null ? p('users.never') : toMoment(user.last_seen_at)}
      </td>
      <td>
        <span className="row-actions">
          <ActButton text={p('users.edit_short')} name={user.username} onClick={() => onEdit(user)} />
          <ActButton
            text={user.is_disabled ? p('users.enable') : p('users.disable')}
            name={user.username}
            onClick={() => onToggle(user)}
          />
          {user.signs_in_by === 'password' && !user.is_demo && (
            <ActButton
              text={p('users.reset')}
              name={user.username}
              onClick={() => {
                if (window.confirm(p('users.reset_confirm', { name: user.display_name }))) onReset(user)
              }}
            />
          )}
        </span>
      </td>
    </tr>
  )
}

function ActButton({
  text,
  name,
  onClick,
}: {
  readonly text: string
  readonly name: string
  readonly onClick: () => void
}) {
  return (
    <button type="button" className="text-button" aria-label={`${text}: ${name}`} onClick={onClick}>
      {text}
    </button>
  )
}
