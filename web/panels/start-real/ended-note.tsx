/** What went with the sample? */
import type { SampleEnded } from '../../../core/api/start-real.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useCountList } from './use-count-list.ts'

export function EndedNote({ ended }: { readonly ended: SampleEnded }) {
  const { p } = usePartWords('start_real')
  const toList = useCountList()
  const hanging = toList(ended.hanging)
  return (
    <section className="start-real-ended" role="status">
      <p>{p('sample.done', { list: toList(ended.removed) })}</p>
      {hanging !== '' && <p>{p('sample.done_hanging', { list: hanging })}</p>}
      {ended.accounts.length > 0 && <p>{p('sample.done_accounts', { names: ended.accounts.join(', ') })}</p>}
    </section>
  )
}
