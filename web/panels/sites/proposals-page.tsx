/** What is proposed, on the map and in a list: the Sở decides, whoever proposed sees what became of it. */
import { useEffect, useState } from 'react'
import type { ProposalRecord } from '../../../core/api/proposals.ts'
import { ApiProblem, call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { LngLat } from '../../../core/geo.ts'
import type { MapMove } from '../../map/map-view-props.ts'
import { getRole } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { lookAtPlaces } from './look-at-moves.ts'
import { ProposalItem } from './proposal-item.tsx'
import { useShownMoves } from './use-shown-moves.ts'
import './editing.css'
import './moves.css'

type Proposals = readonly ProposalRecord[] | 'loading' | ApiProblem

function useProposals(): Proposals {
  const [proposals, setProposals] = useState<Proposals>('loading')
  const refresh_count = useApp((state) => state.refresh_count)
  const sites = useApp((state) => state.sources.sites)
  useEffect(() => {
    const stop = new AbortController()
    call('listProposals', { signal: stop.signal }).then(
      (answer) => setProposals(answer.proposals),
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setProposals(error)
      },
    )
    return () => stop.abort()
  }, [refresh_count, sites])
  return proposals
}

export function ProposalsPage() {
  const { t, p, formats } = usePartWords('editing')
  const proposals = useProposals()
  const role = useApp(getRole)
  const isDeciding = role === 'staff' || role === 'admin'
  const [chosen, setChosen] = useState<number | null>(null)
  const known = Array.isArray(proposals) ? (proposals as readonly ProposalRecord[]) : []
  const pending = known.filter(({ state }) => state === 'pending')
  const decided = known.filter(({ state }) => state !== 'pending')
  useShownMoves(
    pending.flatMap((proposal) => toMove(proposal, { chosen, distance: formats.distance })),
    { clicks_mean: 'this', onChoose: setChosen },
  )
  useAllInView(pending)
  const choose = (proposal: ProposalRecord) => {
    setChosen(proposal.id)
    lookAtPlaces(listPlaces([proposal]))
  }
  return (
    <PageFrame title={p('proposals.title')}>
      {proposals === 'loading' && <span className="skeleton skeleton-block" />}
      {proposals instanceof ApiProblem && (
        <p role="alert">{t(`errors.${proposals.code}` as 'errors.internal')}</p>
      )}
      {Array.isArray(proposals) && (
        <p>
          {pending.length > 0
            ? p('proposals.waiting', { n: formats.integer(pending.length) })
            : p(isDeciding || known.length > 0 ? 'proposals.none' : 'proposals.mine_none')}
        </p>
      )}
      {pending.length > 0 && <p className="edit-note">{p('proposals.legend')}</p>}
      <ul className="edit-proposals">
        {pending.map((proposal) => (
          <ProposalItem
            key={proposal.id}
            proposal={proposal}
            isChosen={proposal.id === chosen}
            mayDecide={isDeciding}
            onChoose={() => choose(proposal)}
          />
        ))}
      </ul>
      {decided.length > 0 && <h3>{p('proposals.decided')}</h3>}
      <ul className="edit-proposals">
        {decided.map((proposal) => (
          <ProposalItem
            key={proposal.id}
            proposal={proposal}
            isChosen={proposal.id === chosen}
            mayDecide={false}
            onChoose={() => choose(proposal)}
          />
        ))}
      </ul>
    </PageFrame>
  )
}

function toMove(
  { id, from, to, distance_m }: ProposalRecord,
  { chosen, distance }: { readonly chosen: number | null; readonly distance: (metres: number) => string },
): MapMove[] {
  if (to === null) return []
  return [
    {
      id,
      from: from === null ? null : [from.lng, from.lat],
      to: [to.lng, to.lat],
      label: distance_m === null ? '' : distance(distance_m),
      is_selected: id === chosen,
    },
  ]
}

function listPlaces(proposals: readonly ProposalRecord[]): LngLat[] {
  return proposals.flatMap(({ from, to }): LngLat[] =>
    [from, to].flatMap((place): LngLat[] => (place === null ? [] : [[place.lng, place.lat]])),
  )
}

/** Once, when the queue has come. */
function useAllInView(pending: readonly ProposalRecord[]): void {
  const hasCome = pending.length > 0
  useEffect(() => {
    lookAtPlaces(listPlaces(pending))
    // Later ones do not take the map from whoever looks at one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hasCome])
}
