/** Can an administrative unit be kept like this? Whether its area is sound, the database decides. */
import { unitSets } from '../coverage/question.ts'
import { unitKinds } from './admin-units.ts'
import type { AdminUnitDraft } from './admin-unit-snapshot.ts'
import {
  findMissing,
  findNoCount,
  findNoDay,
  findNotOf,
  findOutOfRange,
  findReversed,
  keepFound,
  type Finding,
  type RecordProblem,
} from './record-problem.ts'

/** A unit of these lies in another, which has to be named. */
const withParent: readonly string[] = ['district', 'commune', 'commune-2025']

export function listAdminUnitProblems(unit: AdminUnitDraft): RecordProblem[] {
  return keepFound([
    findNotOf('unit_set', unit.unit_set, unitSets),
    findNoCode('code', unit.code),
    findMissing('name', unit.name),
    findNotOf('kind', unit.kind, unitKinds),
    withParent.includes(unit.unit_set) ? findMissing('parent_code', unit.parent_code) : null,
    unit.unit_set === 'commune' ? findMissing('successor_code', unit.successor_code) : null,
    findMissing('valid_from', unit.valid_from) ?? findNoDay('valid_from', unit.valid_from),
    findNoDay('valid_to', unit.valid_to),
    findReversed('valid_to', unit.valid_from, unit.valid_to),
    findNoCount('population', unit.population, 200_000_000),
    findNoCount('households', unit.households, 50_000_000),
    findOutOfRange('area_km2', unit.area_km2, [0.01, 500_000]),
    findNoArea(unit),
  ])
}

function findNoCode(field: string, code: string): Finding {
  if (/^[0-9]{2,5}$/.test(code)) return null
  return { level: 'error', code: 'not_a_code', field, value: code, expected: '[0-9]{2,5}' }
}

function findNoArea({ geometry }: AdminUnitDraft): Finding {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return null
  return {
    level: 'error',
    code: 'geometry_type',
    field: 'geometry',
    value: null,
    expected: 'Polygon, MultiPolygon',
  }
}
