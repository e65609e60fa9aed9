/** How many rows would come to what? Each number opens its rows; told by icon and word. */
import type { ImportRecord } from '../../../core/api/imports.ts'
import { rowTabs, type RowTab } from '../../state/import-steps.ts'
import { RowIcon } from './row-icon.tsx'
import { useImportWords } from './use-import-words.ts'

interface RowTabsProps {
  readonly counts: NonNullable<ImportRecord['counts']>
  readonly tab: RowTab
  readonly onChoose: (tab: RowTab) => void
}

/** As wide as a tab has room for at its usual size are three. */
const fourDigits = 1_000

export function RowTabs({ counts, tab, onChoose }: RowTabsProps) {
  const { p, formats } = useImportWords()
  return (
    <div className="import-tabs" role="group" aria-label={p('preview.tabs')}>
      {rowTabs.map((name) => (
        <button
          type="button"
          key={name}
          aria-pressed={name === tab}
          data-empty={counts[name] === 0}
          onClick={() => onChoose(name)}
        >
          <RowIcon status={name} />
          <span className="import-tab-number" data-long={counts[name] >= fourDigits}>
            {formats.integer(counts[name])}
          </span>
          <span>{p(`statuses.${name}`)}</span>
        </button>
      ))}
    </div>
  )
}
