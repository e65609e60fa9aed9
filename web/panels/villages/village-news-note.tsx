/** What has just become of this village, and how is it taken back? */
import type { VillageRecord } from '../../../core/api/records.ts'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { select } from '../../state/transitions.ts'
import { useVillageNews } from '../../state/village-news.ts'
import { Refusal } from './form-frame.tsx'
import { showSaved } from './show-saved.ts'
import { useSaving } from './use-saving.ts'

export function VillageNewsNote({ village }: { readonly village: VillageRecord }) {
  const { p } = usePartWords('villages')
  const news = useVillageNews((state) => state.news)
  const { saving, run } = useSaving()
  if (news?.village_id !== village.id) return null
  const { type, entry_id } = news
  const undo = async () => {
    await call('restoreEntry', {
      params: { id: entry_id },
      body: { side: 'before', version: village.version },
    })
    useVillageNews.setState({ news: null })
    // What had been merged is there again; what should not have been is not.
    const [first] = village.predecessors
    if (type === 'merge' && first !== undefined) {
      useApp.setState((state) => select(state, { type: 'village', id: first.id }))
    }
    await showSaved()
  }
  return (
    <div className="edit-told">
      <p className="edit-saved" role="status">
        {p(`${type}.saved`)}
      </p>
      <button
        type="button"
        className="text-button"
        disabled={saving.status === 'saving'}
        onClick={() => void run(undo)}
      >
        {p('undo')}
      </button>
      {saving.status === 'refused' && <Refusal problem={saving.problem} />}
    </div>
  )
}
