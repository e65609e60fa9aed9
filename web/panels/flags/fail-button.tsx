/** What if this fails? Opens the page that counts it. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import type { Failing } from '../../state/failing.ts'

export function FailButton({ failing }: { readonly failing: Failing }) {
  const { p } = usePartWords('flags')
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => useApp.setState({ fails: [failing], page: 'if-fails' })}
    >
      {p('fails.open')}
    </button>
  )
}
