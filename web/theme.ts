/** Light or dark? The system's choice until the reader makes one, which is kept in this browser. */
import { getTheme } from './state/screen-slice.ts'
import { useApp } from './state/store.ts'

const storageKey = 'theme'
const dark = window.matchMedia('(prefers-color-scheme: dark)')

export function watchSystemTheme(): void {
  const follow = () => useApp.setState({ system_theme: dark.matches ? 'dark' : 'light' })
  dark.addEventListener('change', follow)
  follow()
  useApp.subscribe((state, before) => {
    if (getTheme(state) !== getTheme(before)) showTheme()
  })
  showTheme()
}

export function readStoredTheme(): void {
  const stored = readStorage()
  if (stored === 'light' || stored === 'dark') useApp.setState({ chosen_theme: stored })
}

export function chooseTheme(theme: 'light' | 'dark'): void {
  useApp.setState({ chosen_theme: theme })
  try {
    localStorage.setItem(storageKey, theme)
  } catch {
    // Storage may be switched off: the choice then lasts as long as the page.
  }
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function showTheme(): void {
  document.documentElement.dataset['theme'] = getTheme(useApp.getState())
}
