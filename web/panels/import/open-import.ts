/** How does one come to a file, and back to the list? By the address, so that it can be sent to a colleague. */
import { useApp } from '../../state/store.ts'

export function openImport(import_id: number | null): void {
  useApp.setState({ import_id, sheet: 'half' })
}
