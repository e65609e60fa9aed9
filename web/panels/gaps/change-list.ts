/** What does a control of the list change? The rest of it stays. */
import type { ListView } from '../../state/list-view.ts'
import { useApp } from '../../state/store.ts'

export function changeList(change: Partial<ListView>): void {
  useApp.setState(({ list }) => ({ list: { ...list, ...change } }))
}
