/** How does one hand on what is on the screen? The address holds all of it. */
import { useState } from 'react'
import { useWords } from '../hooks/use-words.ts'

export function CopyLink() {
  const { t } = useWords()
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === window.location.href
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => {
        const link = window.location.href
        void navigator.clipboard.writeText(link).then(() => setCopied(link))
      }}
    >
      {isCopied ? t('panel.link_copied') : t('panel.copy_link')}
    </button>
  )
}
