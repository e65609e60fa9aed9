/** Which villages does each commune have, and where? Recorded ones first, the rest in chains along valleys and roads. */
import { toSearchText } from '../../core/text.ts'
import type { LngLat } from '../../core/geo.ts'
import { getDistance } from '../reference/planar.ts'
import { apportion } from './apportion.ts'
import { listNamedPlaces, type NamedPlace } from './named-places.ts'
import { round5 } from './nearest.ts'
import type { AssignmentRow, Commune, Province } from './province.ts'
import type { Random } from './random.ts'
import { createCommuneGround, type CommuneGround } from './commune-ground.ts'
import { inventName, type NameStyle } from './village-names.ts'
import type { PlacedVillage } from './village.ts'

/** A bản of fewer households than this is rare. */
const leastHouseholds = 30
const leastVillages = 4

export function placeVillages(province: Province, total: number, random: Random): PlacedVillage[] {
  const named = listNamedPlaces(province)
  const recorded = province.communes.map((commune) =>
    selectRecorded(
      named.filter((place) => place.commune === commune),
      province.annex.filter((row) => row.commune_code === commune.code),
      commune,
    ),
  )
  const counts = apportion(
    total,
    province.communes.map((commune) => commune.households ** 0.85),
    recorded.map((list) => Math.max(leastVillages, list.length + 1)),
  )
  return province.communes.flatMap((commune, i) =>
    fillCommune(createCommuneGround(province, commune, random), recorded[i]!, counts[i]!, random),
  )
}

type Recorded = Omit<PlacedVillage, 'position' | 'seat'> & { readonly position: LngLat | null }

/** Annex rows always stand; of the named places as many as the commune has households for, the precise ones first. */
function selectRecorded(
  places: readonly NamedPlace[],
  rows: readonly AssignmentRow[],
  commune: Commune,
): Recorded[] {
  const kind = commune.urban ? 'to_dan_pho' : toRuralKind(commune)
  const assigned = rows.map((row): Recorded => {
    const position = toRecordedPosition(row)
    const place = position && places.find((candidate) => getDistance(candidate.position, position) < 300)
    const alt_names = place && place.name !== row.village_printed ? [place.name] : []
    const origin = position === null ? 'annex-generated' : 'annex'
    return { name: row.village_printed, alt_names, kind, commune, position, origin, assignment: row }
  })
  const taken = new Set(assigned.map((village) => toSearchText(village.name)))
  const free = places.filter((place) => {
    const isAssigned = assigned.some(
      ({ position }) => position !== null && getDistance(position, place.position) < 300,
    )
    return !isAssigned && !taken.has(toSearchText(place.name))
  })
  const room = Math.max(0, Math.floor(commune.households / leastHouseholds) - assigned.length)
  const others = free.slice(0, room).map((place): Recorded => ({
    name: place.name,
    alt_names: place.alt_names,
    kind,
    commune,
    position: round5(place.position),
    origin: 'place',
    assignment: null,
  }))
  return [...assigned, ...others]
}

/** Only a match of the very village gives a position; "approximate" is the area. */
function toRecordedPosition(row: AssignmentRow): LngLat | null {
  const isLocated = row.match === 'exact' || row.match === 'probable'
  return isLocated ? [Number(row.lng), Number(row.lat)] : null
}

function fillCommune(
  ground: CommuneGround,
  recorded: readonly Recorded[],
  count: number,
  random: Random,
): PlacedVillage[] {
  const { commune } = ground
  const spacing = Math.sqrt((commune.area_km2 * 1e6) / count)
  const taken = new Set(recorded.map((village) => toSearchText(village.name)))
  const seatName = toSearchText(commune.name)
  const villages: PlacedVillage[] = recorded.flatMap((village) =>
    village.position === null
      ? []
      : [{ ...village, position: village.position, seat: toSearchText(village.name) === seatName }],
  )
  if (!villages.some((village) => village.seat)) villages.unshift(createSeat(ground, villages, taken, random))
  for (const village of recorded.filter(({ position }) => position === null)) {
    villages.push({ ...village, position: ground.findRemote(villages, spacing), seat: false })
  }
  while (villages.length < count) {
    const style = toStyle(commune, random)
    villages.push({
      name: toName(commune, villages, style, taken, random),
      alt_names: [],
      kind: commune.urban ? 'to_dan_pho' : style === 'viet' ? 'thon' : toRuralKind(commune),
      commune,
      position: ground.findNext(villages, spacing),
      origin: 'generated',
      assignment: null,
      seat: false,
    })
  }
  return villages
}

function createSeat(
  ground: CommuneGround,
  villages: readonly PlacedVillage[],
  taken: Set<string>,
  random: Random,
): PlacedVillage {
  const { commune } = ground
  const name = commune.urban ? toName(commune, villages, 'viet', taken, random) : 'Trung Tâm'
  taken.add(toSearchText(name))
  return {
    name,
    alt_names: [],
    kind: commune.urban ? 'to_dan_pho' : toRuralKind(commune),
    commune,
    position: ground.findSeat(),
    origin: 'generated',
    assignment: null,
    seat: true,
  }
}

function toName(
  commune: Commune,
  villages: readonly PlacedVillage[],
  style: NameStyle,
  taken: Set<string>,
  random: Random,
): string {
  if (!commune.urban) return inventName(random, style, taken)
  const numbered = villages.filter((village) => village.name.startsWith('Tổ dân phố ')).length
  return `Tổ dân phố ${numbered + 1}`
}

const mostlyMong = new Set(['096', '097', '098', '101', '103'])
const calledThon = new Set(['098'])
/** Households per km² above which a commune lies in the basin, with many Việt villages. */
const basinDensity = 55

function toRuralKind(commune: Commune): 'thon' | 'ban' {
  return calledThon.has(commune.parent_code ?? '') ? 'thon' : 'ban'
}

function toStyle(commune: Commune, random: Random): NameStyle {
  if (commune.households / commune.area_km2 > basinDensity) return random.chance(0.45) ? 'viet' : 'thai'
  return random.chance(mostlyMong.has(commune.parent_code ?? '') ? 0.55 : 0.15) ? 'mong' : 'thai'
}
