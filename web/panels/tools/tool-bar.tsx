/** What can be done with the map besides asking? One button for each tool; on a phone they fold into one. */
import '../../styles/tools.css'
import { useRef } from 'react'
import { useWords } from '../../hooks/use-words.ts'
import type { PageName } from '../../state/page-slice.ts'
import { getRole } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { pages } from '../pages.tsx'
import { tools } from './tools.ts'

export function ToolBar() {
  const { t } = useWords()
  const role = useApp(getRole)
  const open = useApp((state) => state.page)
  const menu = useRef<HTMLDetailsElement>(null)
  const offered = tools.filter((tool) => pages[tool]?.roles.includes(role))
  if (offered.length === 0) return null
  const choose = (tool: PageName) => {
    menu.current?.removeAttribute('open')
    useApp.setState({ page: open === tool ? 'map' : tool })
  }
  const buttons = offered.map((tool) => (
    <button type="button" key={tool} aria-pressed={open === tool} onClick={() => choose(tool)}>
      {t(`tools.${tool}`)}
    </button>
  ))
  return (
    <>
      <div className="tool-bar card" role="toolbar" aria-label={t('tools.label')}>
        {buttons}
      </div>
      <details
        className="tool-menu"
        ref={menu}
        onKeyDown={(event) => event.key === 'Escape' && menu.current?.removeAttribute('open')}
      >
        <summary className="plain-button">{t('tools.label')}</summary>
        <div className="card">{buttons}</div>
      </details>
    </>
  )
}
