/** How does a number change? Before, an arrow, after. */
import { usePartWords } from '../../hooks/use-part-words.ts'

export function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  const { p } = usePartWords('circles')
  return <span className="before-after">{p('gain.from_to', { before, after })}</span>
}
