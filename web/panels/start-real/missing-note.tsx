/** Why does the map show no shares, and who does what about it? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useRole } from '../../hooks/use-role.ts'
import { useApp } from '../../state/store.ts'

const lists = ['villages', 'carriers', 'statements'] as const

export function MissingNote() {
  const { p } = usePartWords('start_real')
  const role = useRole()
  const isOpen = useApp((state) => state.page === 'start-real')
  const isMissing = {
    villages: useApp((state) => state.sources.villages?.features.length === 0),
    carriers: useApp((state) => state.province?.carriers.length === 0),
    statements: useApp((state) => state.province?.data.latest_observed_on === null),
  }
  const missing = lists.filter((list) => isMissing[list])
  // Of villages that are not there nothing can be said.
  const told = isMissing.villages ? missing.filter((list) => list !== 'statements') : missing
  const isTheirs = role === 'staff' || role === 'admin'
  if (told.length === 0 || isOpen) return null
  return (
    <div className="notice">
      <strong>{p('missing.title')}</strong>
      {told.map((list) => (
        <p key={list}>
          {p(`missing.${list}`)} {isTheirs && p(`missing.todo.${list}`)}
        </p>
      ))}
      {isTheirs ? (
        <button type="button" className="text-button" onClick={() => useApp.setState({ page: 'start-real' })}>
          {p('missing.go')}
        </button>
      ) : (
        <p>{p('missing.others')}</p>
      )}
    </div>
  )
}
