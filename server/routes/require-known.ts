/** Does the database know the carrier or unit that a request names? */
import type { UnitSet } from '../../core/coverage/question.ts'
import { AppError, type ErrorParams } from '../../core/errors.ts'
import { listUnitsOfCode, type UnitOfCode } from '../db/admin-units.ts'
import { hasCarrier } from '../db/carriers.ts'
import type { Client } from '../db/database.ts'

export async function requireCarrier(client: Client, code: string | undefined): Promise<void> {
  if (code !== undefined && !(await hasCarrier(client, code))) {
    throw new AppError('carrier_not_found', { field: 'carrier', value: code })
  }
}

const setsOfFields = {
  district_code: 'district',
  commune_code: 'commune',
  commune_2025_code: 'commune-2025',
} as const satisfies Record<string, UnitSet>

type UnitField = keyof typeof setsOfFields
export type UnitCodes = { readonly [F in UnitField]?: string }

/** Every unit code must name a unit of the set that its field speaks of. */
export async function requireUnits(client: Client, codes: UnitCodes): Promise<void> {
  for (const [field, unitSet] of Object.entries(setsOfFields)) {
    const code = codes[field as UnitField]
    if (code !== undefined) await requireUnit(client, { field, code, unitSet })
  }
}

interface NamedUnit {
  readonly field: string
  readonly code: string
  readonly unitSet: UnitSet
}

export async function requireUnit(client: Client, { field, code, unitSet }: NamedUnit): Promise<void> {
  const units = await listUnitsOfCode(client, code)
  if (units.some((unit) => unit.unit_set === unitSet)) return
  const [other] = units
  if (other === undefined) throw new AppError('unit_not_found', { field, value: code })
  throw new AppError('unit_of_other_set', { field, value: code, asked_set: unitSet, ...toFacts(other) })
}

/** What the code does name, and what became of that unit or which units it took in. */
function toFacts(unit: UnitOfCode): ErrorParams {
  return {
    code: unit.code,
    unit_set: unit.unit_set,
    name: unit.name,
    kind: unit.kind,
    valid_to: unit.valid_to,
    successor_code: unit.successor_code,
    successor_name: unit.successor_name,
    predecessor_codes: unit.predecessor_codes.join(', '),
    predecessor_names: unit.predecessor_names.join(', '),
  }
}
