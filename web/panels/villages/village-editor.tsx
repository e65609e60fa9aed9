/** What is being done with villages, in place of what is selected? */
import type { VillageTarget } from '../../state/edit-slice.ts'
import { MergeForm } from './merge-form.tsx'
import { NewVillageForm } from './new-village-form.tsx'
import { SplitForm } from './split-form.tsx'
import './villages.css'

export function VillageEditor({ target }: { readonly target: VillageTarget }) {
  return (
    <div className="selected village-editor">
      {target.type === 'new-village' && <NewVillageForm commune_code={target.commune_code} />}
      {target.type === 'merge-villages' && <MergeForm ids={target.ids} commune_code={target.commune_code} />}
      {target.type === 'split-village' && <SplitForm id={target.id} />}
    </div>
  )
}
