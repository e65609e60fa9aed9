/** Which village is selected, and how does one come to its record? Going back leads to the list again. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { GapList } from '../../state/gap-list.ts'
import { useApp } from '../../state/store.ts'
import { getVillageFeatures } from '../../state/units.ts'

export function SelectedVillage({ list }: { readonly list: GapList }) {
  const { p, t } = usePartWords('gaps')
  const id = useApp(({ selection }) => (selection.type === 'village' ? selection.id : null))
  const village = useApp((state) =>
    id === null ? undefined : getVillageFeatures(state.sources.villages).find((one) => one.id === id),
  )
  if (village === undefined) return null
  const row = list.rows.find((one) => one.id === id)
  const { name } = village.properties
  return (
    <footer className="gap-selected">
      <p>
        <strong>{row === undefined ? p('selected_elsewhere', { name }) : p('selected', { name })}</strong>
        {row?.blockers.map((blocker) => (
          <span className="chip" key={blocker}>
            {t(`blockers.${blocker}`)}
          </span>
        ))}
        {row?.blockers.length === 0 && <span className="soft"> {p('no_blocker')}</span>}
      </p>
      <button
        type="button"
        className="plain-button"
        aria-label={p('open_village_of', { name })}
        onClick={() => useApp.setState({ page: 'map' })}
      >
        {p('open_village')}
      </button>
    </footer>
  )
}
