/** Where the page begins. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startTranslation } from './i18n/i18n.ts'
import { start } from './start.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/question.css'
import './styles/table.css'
import './styles/selected.css'
import './styles/legend.css'
import './styles/dialog.css'
import './styles/narrow.css'

startTranslation()
start()

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no place to draw in')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
