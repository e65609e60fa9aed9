/** What of a link could not be followed? Said once, above the map, until it has been read. */
import { useWords } from '../hooks/use-words.ts'
import { toFullName } from '../i18n/unit-names.ts'
import { useApp } from '../state/store.ts'

export function IgnoredNotice() {
  const { t } = useWords()
  const ignored = useApp((state) => state.ignored)
  if (ignored.length === 0) return null
  return (
    <div className="notice">
      <strong>{t('ignored.title')}</strong>
      <ul>
        {ignored.map(({ key, value, reason, instead = '', units = [] }) => {
          const [unit = '', successor = ''] = units.map((named) => toFullName(named, t))
          return (
            <li key={`${key} ${value} ${reason}`}>
              {t(`ignored.${reason}`, { key, value, instead, unit, successor })}
            </li>
          )
        })}
      </ul>
      <button type="button" className="text-button" onClick={() => useApp.setState({ ignored: [] })}>
        {t('ignored.understood')}
      </button>
    </div>
  )
}
