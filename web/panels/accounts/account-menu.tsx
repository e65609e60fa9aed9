/** Who am I here, and where can I go? */
import '../../styles/pages.css'
import { useEffect, useState, type ComponentType } from 'react'
import { can, type Role } from '../../../core/permissions.ts'
import { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { loadOutboxTexts } from '../../i18n/load-outbox-texts.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { signOut } from '../../session.ts'
import type { PageName } from '../../state/page-slice.ts'
import { startEditing, type VillageTarget } from '../../state/edit-slice.ts'
import { getRole } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { AlertBell } from '../alerts/alert-bell.tsx'
import { pages } from '../pages.tsx'

const items = [
  'worklist',
  'account',
  'users',
  'changes',
  'proposals',
  'challenges',
  'papers',
  'import',
  'start-real',
] as const

/** What is not a page: it is done on the map. */
const villageWorks = [
  { label: 'new_village', target: { type: 'new-village', commune_code: null } },
  { label: 'merge_villages', target: { type: 'merge-villages', ids: [], commune_code: null } },
] as const

export function AccountMenu() {
  const { p } = usePartWords('accounts')
  const toProblemText = useProblemText()
  const session = useApp((state) => state.session)
  const role = useApp(getRole)
  const carrier = useApp(
    (state) => state.province?.carriers.find(({ code }) => code === session?.carrier_code)?.name,
  )
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const Outbox = useOutboxParts(role)
  const [isLeaving, setLeaving] = useState(false)
  if (session === null) return null
  const name = session.display_name ?? session.username ?? ''
  const begin = (target: VillageTarget) => {
    close()
    startEditing(target)
    useApp.setState({ page: 'map', sheet: 'half' })
  }
  const open = (page: PageName) => {
    close()
    useApp.setState({ page, import_id: null })
  }
  return (
    <>
      {Outbox !== null && <Outbox.Badge />}
      <AlertBell />
      <details
        className="account-menu"
        onKeyDown={(event) => event.key === 'Escape' && close()}
        onBlur={closeOutside}
      >
        <summary className="plain-button" aria-label={p('menu.label', { name })}>
          <span className="account-name">{name}</span>
        </summary>
        <div className="account-items card">
          <p className="account-who">
            <strong>{name}</strong>
            <span className="soft">{[p(`roles.${role}`), carrier].filter(Boolean).join(' · ')}</span>
          </p>
          {items
            .filter((page) => pages[page]?.roles.includes(role))
            .map((page) => (
              <button type="button" key={page} onClick={() => open(page)}>
                {p(page === 'import' && role === 'carrier' ? 'menu.import_own' : `menu.${page}`)}
              </button>
            ))}
          {can(role, 'create', 'villages') &&
            villageWorks.map(({ label, target }) => (
              <button type="button" key={label} onClick={() => begin(target)}>
                {p(`menu.${label}`)}
              </button>
            ))}
          <button type="button" onClick={() => (Outbox?.hasUnsent() ? setLeaving(true) : void leave())}>
            {p('menu.sign_out')}
          </button>
          {isLeaving && Outbox !== null && (
            <Outbox.Note onLeave={() => void leave()} onStay={() => setLeaving(false)} />
          )}
          {problem !== null && (
            <p className="form-problem" role="alert">
              {p('menu.sign_out_failed', { reason: toProblemText(problem) })}
            </p>
          )}
        </div>
      </details>
    </>
  )

  async function leave(): Promise<void> {
    try {
      await signOut()
      useApp.setState({ page: 'map' })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    }
  }
}

interface OutboxParts {
  readonly Badge: ComponentType
  readonly Note: ComponentType<{ readonly onLeave: () => void; readonly onStay: () => void }>
  readonly hasUnsent: () => boolean
}

/** Of whoever reports: what is not sent yet; null until it is there. */
function useOutboxParts(role: Role): OutboxParts | null {
  const [parts, setParts] = useState<OutboxParts | null>(null)
  useEffect(() => {
    if (role !== 'carrier') return
    void Promise.all([
      import('../outbox/unsent-badge.tsx'),
      import('../outbox/leaving-note.tsx'),
      import('../../outbox/outbox-view.ts'),
      loadOutboxTexts(),
    ]).then(
      ([{ UnsentBadge }, { LeavingNote }, { useOutbox }]) => {
        const hasUnsent = () => useOutbox.getState().reports.length + useOutbox.getState().files.length > 0
        setParts({ Badge: UnsentBadge, Note: LeavingNote, hasUnsent })
      },
      () => undefined,
    )
  }, [role])
  return role === 'carrier' ? parts : null
}

function close(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.account-menu')
  if (menu === null || !menu.open) return
  menu.open = false
  menu.querySelector('summary')?.focus()
}

function closeOutside(event: {
  readonly currentTarget: HTMLDetailsElement
  readonly relatedTarget: Element | null
}) {
  const isInside = event.relatedTarget !== null && event.currentTarget.contains(event.relatedTarget)
  if (!isInside && event.relatedTarget !== null) event.currentTarget.open = false
}
