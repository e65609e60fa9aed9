/** Do the files agree with each other? References, dates and positions across all of them. */
import { createLocator, toUnitRank } from '../../core/coverage/locate.ts'
import type { LngLat, MultiPolygon, Polygon } from '../../core/geo.ts'
import type { ProblemList } from './problems.ts'
import type { DatasetTables } from './read-dataset.ts'
import type { ReadTable } from './read-table.ts'
import type { TableName } from './tables.ts'

/** `field` of the first table holds codes of the second. */
const references: readonly (readonly [TableName, string, TableName])[] = [
  ['province', 'source_code', 'sources'],
  ['districts', 'parent_code', 'province'],
  ['districts', 'source_code', 'sources'],
  ['communes', 'parent_code', 'districts'],
  ['communes', 'successor_code', 'communes_2025'],
  ['communes', 'source_code', 'sources'],
  ['communes_2025', 'parent_code', 'province'],
  ['communes_2025', 'source_code', 'sources'],
  ['base_map', 'source_code', 'sources'],
  ['legal_acts', 'source_code', 'sources'],
  ['paper_duties', 'act_code', 'legal_acts'],
  ['indicators', 'parent_code', 'indicators'],
  ['indicators', 'source_code', 'sources'],
  ['indicator_values', 'indicator_code', 'indicators'],
  ['published_figures', 'source_code', 'sources'],
  ['sites', 'owner_code', 'carriers'],
  ['stations', 'site_code', 'sites'],
  ['stations', 'carrier_code', 'carriers'],
  ['villages', 'commune_code', 'communes'],
  ['villages', 'commune_pin', 'communes'],
  ['village_services', 'village_code', 'villages'],
  ['village_services', 'carrier_code', 'carriers'],
  ['village_services', 'source_code', 'sources'],
  ['cable_routes', 'owner_code', 'carriers'],
  ['cable_routes', 'tenant_codes', 'carriers'],
  ['speed_results', 'source_code', 'sources'],
  ['assignments', 'act_code', 'legal_acts'],
  ['assignments', 'carrier_code', 'carriers'],
  ['assignments', 'village_code', 'villages'],
]

/** `[from, to]`: the second day must not lie before the first. */
const periods: readonly (readonly [TableName, string, string])[] = [
  ['province', 'valid_from', 'valid_to'],
  ['districts', 'valid_from', 'valid_to'],
  ['communes', 'valid_from', 'valid_to'],
  ['communes_2025', 'valid_from', 'valid_to'],
  ['stations', 'on_air_on', 'off_air_on'],
  ['villages', 'valid_from', 'valid_to'],
  ['paper_duties', 'first_on', 'last_on'],
  ['speed_results', 'period_from', 'period_to'],
]

const unitTables = ['province', 'districts', 'communes', 'communes_2025'] as const

type AnyTable = ReadTable<Readonly<Record<string, unknown>>>

export function checkDataset(tables: DatasetTables, problems: ProblemList): void {
  for (const [name, field, target] of references)
    checkReference(tables[name], field, { target: tables[target], problems })
  for (const [name, from, to] of periods) checkPeriod(tables[name], [from, to], problems)
  checkUnitPeriods(tables, problems)
  checkLabels(tables, problems)
  checkPositions(tables, problems)
  checkShares(tables, problems)
  checkDuties(tables, problems)
  checkSpeedUnits(tables, problems)
  checkDucts(tables, problems)
  if (tables.province.rows.length > 1) {
    problems.add('count_wrong', tables.province.file, {
      value: String(tables.province.rows.length),
      expected: '1',
    })
  }
}

function checkReference(
  table: AnyTable,
  field: string,
  { target, problems }: { readonly target: AnyTable; readonly problems: ProblemList },
): void {
  if (!target.isRead) return
  for (const { row, values } of table.rows) {
    const given = values[field]
    const codes: readonly unknown[] = Array.isArray(given) ? given : given === null ? [] : [given]
    for (const code of codes) {
      if (target.codes.has(String(code))) continue
      problems.add('unknown_code', table.file, { row, field, value: String(code), expected: target.file })
    }
  }
}

function checkPeriod(table: AnyTable, [from, to]: readonly [string, string], problems: ProblemList): void {
  for (const { row, values } of table.rows) {
    const [start, end] = [values[from], values[to]]
    if (typeof end !== 'string' || (typeof start === 'string' && start <= end)) continue
    problems.add('dates_reversed', table.file, { row, field: to, value: end, expected: `≥ ${from}` })
  }
}

/** A code names one unit at a time: the same one in two files needs different first days. */
function checkUnitPeriods(tables: DatasetTables, problems: ProblemList): void {
  const seen = new Map<string, string>()
  for (const name of unitTables) {
    for (const { row, values } of tables[name].rows) {
      const key = `${values.code} ${values.valid_from}`
      const before = seen.get(key)
      if (before !== undefined && before !== tables[name].file) {
        problems.add('duplicate', tables[name].file, {
          row,
          field: 'code+valid_from',
          value: key,
          expected: before,
        })
      }
      seen.set(key, tables[name].file)
    }
  }
}

function checkLabels(tables: DatasetTables, problems: ProblemList): void {
  for (const name of unitTables) {
    for (const { row, values, geometry } of tables[name].rows) {
      const [lng, lat, ...rest] = values.label
      const place = { row, field: 'label', value: JSON.stringify(values.label) }
      if (lng === undefined || lat === undefined || rest.length > 0) {
        problems.add('position_invalid', tables[name].file, { ...place, expected: '[lng, lat]' })
        continue
      }
      const locate = createLocator([{ rank: '', geometry: geometry as Polygon | MultiPolygon }])
      if (locate([lng, lat]) === -1) problems.add('label_outside', tables[name].file, place)
    }
  }
}

/** Every position lies in a commune; a village that has none is counted in the commune stated for it. */
function checkPositions(tables: DatasetTables, problems: ProblemList): void {
  const communes = tables.communes
  // With a commune missing, everything in it would seem to lie outside.
  if (communes.rows.length === 0 || communes.rows.length < communes.codes.size) return
  const locate = createLocator(
    communes.rows.map(({ values, geometry }) => ({
      rank: toUnitRank(values),
      geometry: geometry as Polygon | MultiPolygon,
    })),
  )
  for (const table of [tables.sites, tables.villages, tables.facilities]) {
    for (const { row, values } of table.rows) {
      const { lng, lat } = values
      if (lng === null && lat === null) continue
      if (lng === null || lat === null) {
        problems.add('value_missing', table.file, { row, field: lng === null ? 'lng' : 'lat' })
        continue
      }
      const position: LngLat = [lng, lat]
      if (locate(position) !== -1) continue
      problems.add('outside_province', table.file, { row, field: 'lng+lat', value: position.join(', ') })
    }
  }
}

function checkShares(tables: DatasetTables, problems: ProblemList): void {
  const { file, rows } = tables.village_services
  for (const { row, values } of rows) {
    if (values.households_share === null || values.state === 'partial') continue
    problems.add('share_without_partial', file, {
      row,
      field: 'households_share',
      value: String(values.households_share),
    })
  }
}

/** The set says in which file the commune stands. */
function checkSpeedUnits({ speed_results, ...units }: DatasetTables, problems: ProblemList): void {
  const { file, rows } = speed_results
  const tableOf = { commune: units.communes, 'commune-2025': units.communes_2025 } as const
  for (const { row, values } of rows) {
    const table = tableOf[values.unit_set]
    if (!table.isRead || table.codes.has(values.unit_code)) continue
    problems.add('unknown_code', file, {
      row,
      field: 'unit_code',
      value: values.unit_code,
      expected: table.file,
    })
  }
}

function checkDucts({ cable_routes }: DatasetTables, problems: ProblemList): void {
  for (const { row, values } of cable_routes.rows) {
    const { duct_count, ducts_used } = values
    if (duct_count === null || ducts_used === null || ducts_used <= duct_count) continue
    const expected = `≤ duct_count`
    problems.add('out_of_range', cable_routes.file, {
      row,
      field: 'ducts_used',
      value: String(ducts_used),
      expected,
    })
  }
}

/** A paper is owed once or every year; every year, from some day on; by somebody who is there. */
function checkDuties({ paper_duties, carriers, districts }: DatasetTables, problems: ProblemList): void {
  const { file, rows } = paper_duties
  const codesOf = { carrier: carriers, district: districts, department: null } as const
  for (const { row, values } of rows) {
    const { due_on, yearly_day, first_on, owed_by, owed_codes } = values
    if (due_on !== null && yearly_day !== null) {
      problems.add('value_not_allowed', file, {
        row,
        field: 'yearly_day',
        value: yearly_day,
        expected: 'due_on',
      })
    }
    if (yearly_day !== null && first_on === null)
      problems.add('value_missing', file, { row, field: 'first_on' })
    const owers = codesOf[owed_by]
    if (owers !== null && (!owers.isRead || owers.rows.length === 0)) continue
    for (const value of owed_codes) {
      if (owers?.codes.has(value) === true) continue
      problems.add('unknown_code', file, { row, field: 'owed_codes', value, expected: owers?.file ?? '' })
    }
  }
}
