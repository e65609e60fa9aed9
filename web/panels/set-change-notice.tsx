/** Why does the map show other units than before? What was found belongs to another set, and the set followed it. */
import { useWords } from '../hooks/use-words.ts'
import { toTitleName } from '../i18n/unit-names.ts'
import { unitKindOf } from '../state/kinds.ts'
import { toSelectionText } from '../state/selection.ts'
import { useApp } from '../state/store.ts'
import { layerOfSet } from '../state/units.ts'
import { askQuestion } from '../state/transitions.ts'

export function SetChangeNotice() {
  const { t } = useWords()
  const change = useApp((state) => state.set_change)
  const selected = useApp((state) => toSelectionText(state.selection))
  if (change === null || selected !== `${change.to}:${change.code}`) return null
  const from = t(`layer_names.${layerOfSet[change.from]}`)
  const name = toTitleName({ name: change.name, kind: unitKindOf(change.kind) }, t)
  return (
    <div className="notice notice-told">
      <strong>{t('unit.set_change', { from, to: t(`layer_names.${layerOfSet[change.to]}`) })}</strong>
      <p>{t('unit.set_change_text', { name })}</p>
      <p className="notice-actions">
        <button
          type="button"
          className="text-button"
          onClick={() =>
            useApp.setState((state) => ({
              ...askQuestion(state, { unit_set: change.from }),
              set_change: null,
            }))
          }
        >
          {t('unit.set_change_back', { from })}
        </button>
        <button type="button" className="text-button" onClick={() => useApp.setState({ set_change: null })}>
          {t('ignored.understood')}
        </button>
      </p>
    </div>
  )
}
