/** The way in for a visitor, the menu of whoever is signed in; its code comes when somebody is. */
import { useEffect, useState, type ComponentType } from 'react'
import { useWords } from '../hooks/use-words.ts'
import { loadAccountTexts } from '../i18n/load-account-texts.ts'
import { isSignedIn } from '../state/session-slice.ts'
import { useApp } from '../state/store.ts'

export function AccountButton() {
  const { t } = useWords()
  const isIn = useApp(isSignedIn)
  if (isIn) return <LoadedMenu />
  return (
    <button type="button" className="plain-button" onClick={() => useApp.setState({ page: 'sign-in' })}>
      {t('header.sign_in')}
    </button>
  )
}

function LoadedMenu() {
  const name = useApp((state) => state.session?.display_name)
  const [loaded, setLoaded] = useState<{ readonly Menu: ComponentType } | null>(null)
  useEffect(() => {
    void Promise.all([import('./accounts/account-menu.tsx'), loadAccountTexts()]).then(
      ([{ AccountMenu }]) => setLoaded({ Menu: AccountMenu }),
      () => undefined,
    )
  }, [])
  if (loaded === null) return <span className="plain-button account-name">{name}</span>
  return <loaded.Menu />
}
