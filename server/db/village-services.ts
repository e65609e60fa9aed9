/** Which statements about coverage are there, as the columns that the browser's worker loads? */
import type { VillageServices } from '../../core/api/coverage.ts'
import { bases, services, statementStates, type Basis, type Service } from '../../core/coverage/states.ts'
import type { Client, Row } from './database.ts'
import { hasText, toWhere } from './layer-request.ts'
import { createSqlParameters, type Bind } from './sql-parameters.ts'

export interface StatementRequest {
  /** ISO date: later observations are left out. */
  readonly as_of: string
  readonly service?: Service
  readonly carrier?: string
  readonly basis?: Basis
  readonly district_code?: string
  readonly commune_code?: string
  readonly commune_2025_code?: string
}

type StatementRow = Row & {
  readonly village_id: number
  readonly service: string
  readonly carrier_code: string
  readonly basis: string
  readonly state: string
  readonly households_share: number | null
  readonly observed_on: string
  readonly reported_by_local: boolean
}

/** Ordered so that within one village, service and carrier they stand by day, then as they were recorded. */
export async function listVillageServices(
  client: Client,
  request: StatementRequest,
): Promise<VillageServices> {
  const { bind, values } = createSqlParameters()
  const rows = await client.query<StatementRow>(selectStatements(bind, request), values)
  const carriers = await client.query<{ code: string }>('select code from carriers order by code')
  return toColumns(
    rows,
    carriers.map(({ code }) => code),
  )
}

function selectStatements(bind: Bind, request: StatementRequest): string {
  return `
select
  e.village_id,
  e.service,
  e.carrier_code,
  e.basis::text as basis,
  e.state,
  e.households_share,
  e.observed_on,
  e.reported_by_local
from village_services e
join villages v on v.id = e.village_id
${toWhere([
  'e.withdrawn_at is null',
  `e.observed_on <= ${bind(request.as_of, 'date')}`,
  hasText(bind, 'e.service', request.service),
  hasText(bind, 'e.carrier_code', request.carrier),
  request.basis && `e.basis = ${bind(request.basis, 'coverage_basis')}`,
  hasText(bind, 'v.district_code', request.district_code),
  hasText(bind, 'v.commune_code', request.commune_code),
  hasText(bind, 'v.commune_2025_code', request.commune_2025_code),
])}
order by array_position(${bind(services, 'text[]')}, e.service), e.village_id, e.carrier_code, e.observed_on, e.id`
}

function toColumns(rows: readonly StatementRow[], carriers: readonly string[]): VillageServices {
  const dates = [...new Set(rows.map((row) => row.observed_on))].sort()
  const toPositions = (list: readonly string[], column: (row: StatementRow) => string) => {
    const positionOf = new Map(list.map((value, position) => [value, position]))
    return rows.map((row) => positionOf.get(column(row))!)
  }
  return {
    services: [...services],
    carriers: [...carriers],
    bases: [...bases],
    states: [...statementStates],
    dates,
    village: rows.map((row) => row.village_id),
    service: toPositions(services, (row) => row.service),
    carrier: toPositions(carriers, (row) => row.carrier_code),
    basis: toPositions(bases, (row) => row.basis),
    state: toPositions(statementStates, (row) => row.state),
    observed_on: toPositions(dates, (row) => row.observed_on),
    households_share: rows.map((row) => row.households_share),
    local_rows: rows.flatMap((row, position) => (row.reported_by_local ? [position] : [])),
  }
}
