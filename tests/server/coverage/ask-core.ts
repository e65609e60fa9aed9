/** The browser's way to a share: statements and villages as the API serves them, asked by the engine of core/. */
import { listLayerRows } from '../../../server/db/layer-rows.ts'
import { listVillageServices } from '../../../server/db/village-services.ts'
import type { Client } from '../../../server/db/database.ts'
import { answerQuestion, type Question, type UnitSet, type Weight } from '../../../core/coverage/question.ts'
import { findPopulation, type VillageCircumstances } from '../../../core/coverage/population.ts'
import { toUnitShares, type UnitShare } from '../../../core/coverage/share.ts'
import { createStatementTable, type StatementTable } from '../../../core/coverage/statement-table.ts'
import { toDayNumber } from '../../../core/dates.ts'
import type { Village } from '../../../core/inventory/villages.ts'

export interface CoreInputs {
  readonly villages: readonly Village[]
  readonly table: StatementTable
  readonly codesOf: Readonly<Record<UnitSet, readonly string[]>>
}

const layerOfSet = {
  province: 'province',
  district: 'districts',
  commune: 'communes',
  'commune-2025': 'communes-2025',
} as const

export async function loadCoreInputs(client: Client, today: string): Promise<CoreInputs> {
  const request = { as_of: today }
  const rows = await listLayerRows(client, 'villages', request)
  const listCodes = async (set: UnitSet) => {
    const units = await listLayerRows(client, layerOfSet[set], request)
    return units.map((unit) => String(unit.feature_id))
  }
  const columns = await listVillageServices(client, { as_of: today })
  return {
    villages: rows as unknown as readonly Village[],
    table: createStatementTable(
      columns,
      rows.map((row) => Number(row.feature_id)),
    ),
    codesOf: {
      province: await listCodes('province'),
      district: await listCodes('district'),
      commune: await listCodes('commune'),
      'commune-2025': await listCodes('commune-2025'),
    },
  }
}

/** Shares in the order of the set's codes. */
export function askCore(inputs: CoreInputs, question: Question, by: UnitSet, weight: Weight): UnitShare[] {
  const { villages, table, codesOf } = inputs
  const codes = codesOf[by]
  const unitOf = Int32Array.from(villages, (village) => codes.indexOf(toUnitCode(village, by, codes)))
  return toUnitShares(answerQuestion(table, question, villages.length), unitOf, {
    unit_count: codes.length,
    weight_of: weight === 'villages' ? null : Float64Array.from(villages, (village) => village[weight] ?? 0),
    population: findPopulation(table, question, toCircumstances(villages)),
  })
}

function toCircumstances(villages: readonly Village[]): VillageCircumstances {
  const toDay = (day: string | null, unknown: number) => (day === null ? unknown : toDayNumber(day))
  return {
    power: Int8Array.from(villages, ({ grid_power }) => (grid_power === null ? -1 : Number(grid_power))),
    power_since: Int32Array.from(villages, (village) => toDay(village.grid_power_since, -(2 ** 31))),
    assigned_since: Int32Array.from(villages, (village) => toDay(village.assigned_since, 2 ** 31 - 1)),
  }
}

function toUnitCode(village: Village, by: UnitSet, codes: readonly string[]): string {
  if (by === 'province') return codes[0]!
  if (by === 'district') return village.district_code
  return by === 'commune' ? village.commune_code : village.commune_2025_code
}
