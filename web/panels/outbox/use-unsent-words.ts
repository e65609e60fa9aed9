/** How much is not sent yet, in words: `2 báo cáo, 3 tệp`. */
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { useOutbox } from '../../outbox/outbox-view.ts'

export interface UnsentWords extends PartWords<'outbox'> {
  /** Null where nothing waits. */
  readonly what: string | null
}

export function useUnsentWords(): UnsentWords {
  const words = usePartWords('outbox')
  const { p, formats } = words
  const reports = useOutbox((state) => state.reports.length)
  const files = useOutbox((state) => state.files.length)
  const parts = [
    reports > 0 ? p('reports', { count: reports, n: formats.integer(reports) }) : null,
    files > 0 ? p('files', { count: files, n: formats.integer(files) }) : null,
  ]
  const what = parts.filter((part) => part !== null).join(', ')
  return { ...words, what: what === '' ? null : what }
}
