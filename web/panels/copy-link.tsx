/** How does one hand on what is on the screen? The address holds all of it. */
import { useState } from 'react'
import { useWords } from '../hooks/use-words.ts'

interface CopyLinkProps {
  /** Without it: the address as it stands. */
  readonly getLink?: () => string
}

export function CopyLink({ getLink = () => window.location.href }: CopyLinkProps) {
  const { t } = useWords()
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === getLink()
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => {
        const link = getLink()
        void navigator.clipboard.writeText(link).then(() => setCopied(link))
      }}
    >
      {isCopied ? t('panel.link_copied') : t('panel.copy_link')}
    </button>
  )
}
