/** Which map is this, how fresh are its data, in which language and light? */
import { useWords } from '../hooks/use-words.ts'
import { getTheme } from '../state/screen-slice.ts'
import { toShownDate } from '../state/question-slice.ts'
import { useApp } from '../state/store.ts'
import { chooseTheme } from '../theme.ts'
import { toFullName } from '../i18n/unit-names.ts'
import { getUnitFeatures } from '../state/units.ts'
import { AccountButton } from './account-button.tsx'
import { SearchBox } from './search-box.tsx'

export function PageHeader() {
  const { t } = useWords()
  return (
    <header className="page-header">
      <div className="page-title">
        <h1>{t('app.title')}</h1>
        <ProvinceName />
      </div>
      <SearchBox />
      <DataNotice />
      <LanguageSwitch />
      <ThemeSwitch />
      <AccountButton />
    </header>
  )
}

function ProvinceName() {
  const { t } = useWords()
  const name = useApp((state) => state.province?.name)
  const unit = useApp((state) => getUnitFeatures(state.sources.province)[0])
  if (name === undefined) return null
  return <span className="soft">{unit === undefined ? name : toFullName(unit.properties, t)}</span>
}

export function DataNotice() {
  const { t, formats } = useWords()
  const province = useApp((state) => state.province)
  const question = useApp((state) => state.question)
  const today = useApp((state) => state.today)
  if (province === null) return <span className="data-notice" />
  return (
    <div className="data-notice">
      {province.data.latest_observed_on !== null && (
        <span className="soft">
          {t('header.data_until', { date: formats.date(toShownDate(question, province, today)) })}
        </span>
      )}
      {province.data.is_sample && (
        <button
          type="button"
          className="sample-badge"
          onClick={() => useApp.setState({ dialog: { type: 'sample' } })}
        >
          {t('header.sample')}
        </button>
      )}
    </div>
  )
}

function LanguageSwitch() {
  const { t, language } = useWords()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <button
      type="button"
      className="plain-button"
      // Begins with what is read on it, for those who speak to their browser.
      aria-label={`${other.toUpperCase()}: ${t('header.language', { language: other === 'en' ? 'English' : 'Tiếng Việt' })}`}
      onClick={() => useApp.setState({ language: other })}
    >
      {other.toUpperCase()}
    </button>
  )
}

function ThemeSwitch() {
  const { t } = useWords()
  const theme = useApp(getTheme)
  const other = theme === 'light' ? 'dark' : 'light'
  return (
    <button
      type="button"
      className="plain-button"
      aria-label={t(`header.theme_${other}`)}
      onClick={() => chooseTheme(other)}
    >
      <span aria-hidden="true">◐</span>
    </button>
  )
}
