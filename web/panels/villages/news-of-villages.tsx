/** What have others done to villages that are about to be merged or split? Nobody goes on without having seen it. */
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import type { NewsOfVillage, SeenVillage } from '../../state/merge-draft.ts'
import { toVillageDraft, type VillageField } from '../../state/village-edit.ts'

interface NewsOfVillagesProps {
  readonly news: readonly NewsOfVillage[]
  readonly seen: readonly SeenVillage[]
  readonly onTake: (news: NewsOfVillage) => void
}

export function NewsOfVillages({ news, seen, onTake }: NewsOfVillagesProps) {
  const words = usePartWords('villages')
  const { p } = words
  if (news.length === 0) return null
  return (
    <div className="edit-conflict" role="alert">
      {news.map((one) => {
        const { village, type } = one
        const before = seen.find(({ id }) => id === village.id)
        return (
          <div key={village.id}>
            {type === 'ended' ? (
              <p>{p('merge.ended', { name: village.name })}</p>
            ) : (
              <p>{p('merge.changed', { name: village.name, what: toWhat(one, before, words) })}</p>
            )}
            <button type="button" className="text-button" onClick={() => onTake(one)}>
              {type === 'ended' ? p('merge.remove', { name: village.name }) : p('merge.take_new')}
            </button>
          </div>
        )
      })}
    </div>
  )
}

/** Told with both values where they read as they are kept. */
const plain: readonly VillageField[] = ['name', 'households', 'population', 'position', 'grid_power_since']

function toWhat(
  { village, fields }: NewsOfVillage,
  before: SeenVillage | undefined,
  { p }: PartWords<'villages'>,
): string {
  const now = toVillageDraft(village)
  const said = fields.map((field) => {
    const label = p(`fields.${field}`)
    if (before === undefined || !plain.includes(field)) return label
    return p('history.change', {
      field: label,
      before: before.draft[field] || p('none'),
      after: now[field] || p('none'),
    })
  })
  return said.length === 0 ? p('merge.something') : said.join('; ')
}
