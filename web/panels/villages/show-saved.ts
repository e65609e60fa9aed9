/** What follows from a saved change? Shares, map and open records show it at once. */
import { reloadCoverage } from '../../reload-coverage.ts'
import { useApp } from '../../state/store.ts'

export async function showSaved(): Promise<void> {
  useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
  await reloadCoverage()
}
