/** Which villages? Found by name, offered near the first one, or clicked on the map. */
import { distance } from '@turf/turf'
import { useEffect, useState } from 'react'
import { compareNames, toSearchText } from '../../../core/text.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { select } from '../../state/transitions.ts'
import { getVillageFeatures, type VillageFeature } from '../../state/units.ts'
import { nothingSelected } from '../../state/selection.ts'
import { TextField } from './fields.tsx'
import { useCommuneNames } from './use-choices.ts'

interface VillageChoiceProps {
  readonly chosen: readonly number[]
  /** Whose villages are offered before any is chosen. */
  readonly commune_code: string | null
  readonly onChoose: (id: number) => void
}

const offeredAtMost = 8

export function VillageChoice({ chosen, commune_code, onChoose }: VillageChoiceProps) {
  const { p } = usePartWords('villages')
  const [typed, setTyped] = useState('')
  const villages = useApp((state) => getVillageFeatures(state.sources.villages))
  const communes = useCommuneNames()
  const offered = listOffered(villages, { typed, chosen, commune_code })
  const isSearched = toSearchText(typed) !== ''
  return (
    <div className="edit-choice">
      <ClickedVillages onChoose={onChoose} />
      <TextField label={p('merge.search')} value={typed} onChange={setTyped} />
      {offered.length > 0 && <p className="edit-note">{p(isSearched ? 'merge.found' : 'merge.near')}</p>}
      {isSearched && offered.length === 0 && <p className="edit-note">{p('merge.nothing_found')}</p>}
      <ul className="edit-offered">
        {offered.map(({ id, properties: { name, commune_code: home } }) => (
          <li key={id}>
            <button
              type="button"
              aria-label={p('merge.add', { name: `${name}, ${communes.get(home) ?? ''}` })}
              onClick={() => onChoose(id)}
            >
              + {name} <span className="soft">{communes.get(home)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Offer {
  readonly typed: string
  readonly chosen: readonly number[]
  readonly commune_code: string | null
}

/** By name where one is typed; otherwise the nearest to the first that is chosen, its own commune before others. */
function listOffered(
  villages: readonly VillageFeature[],
  { typed, chosen, commune_code }: Offer,
): VillageFeature[] {
  const words = toSearchText(typed)
  const first = villages.find(({ id }) => id === chosen[0])
  const home = first?.properties.commune_code ?? commune_code
  if (words === '' && home === null) return []
  const wanted = villages.filter(
    ({ id, properties: { name, code, commune_code: own } }) =>
      !chosen.includes(id) &&
      (words === ''
        ? first !== undefined || own === home
        : toSearchText(name).includes(words) || code === typed.trim()),
  )
  const toDistance = ({ geometry }: VillageFeature) =>
    first === undefined
      ? 0
      : distance([...geometry.coordinates] as number[], [...first.geometry.coordinates] as number[])
  const isAway = ({ properties }: VillageFeature) => (properties.commune_code === home ? 0 : 1)
  return wanted
    .map((village) => ({ village, away: isAway(village), far: toDistance(village) }))
    .sort(
      (a, b) =>
        a.away - b.away ||
        a.far - b.far ||
        compareNames(a.village.properties.name, b.village.properties.name),
    )
    .slice(0, offeredAtMost)
    .map(({ village }) => village)
}

/** A click on one village chooses it; where several lie under it, they are offered. */
function ClickedVillages({ onChoose }: Pick<VillageChoiceProps, 'onChoose'>) {
  const { p } = usePartWords('villages')
  const candidates = useApp((state) => state.candidates).filter(({ type }) => type === 'village')
  useEffect(
    () =>
      useApp.subscribe((state, before) => {
        const { selection } = state
        if (selection !== before.selection && selection.type === 'village') onChoose(selection.id)
      }),
    [onChoose],
  )
  if (candidates.length === 0) return null
  return (
    <div role="group" aria-label={p('merge.which')}>
      <p className="edit-note">{p('merge.which')}</p>
      <ul className="edit-offered">
        {candidates.map((candidate) => (
          <li key={`${candidate.name} ${candidate.type === 'village' ? candidate.id : ''}`}>
            <button
              type="button"
              onClick={() => {
                if (candidate.type === 'village') onChoose(candidate.id)
                useApp.setState((state) => select(state, nothingSelected))
              }}
            >
              + {candidate.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
