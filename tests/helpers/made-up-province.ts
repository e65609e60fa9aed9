/** A whole province that does not exist, for tests of questions: units, carriers, villages, statements, sites, routes. */
import type { Client, Database } from '../../server/db/database.ts'
import { asOwner, change } from '../../server/db/change.ts'
import { insertRows } from './insert-rows.ts'
import { createMadeUpFacilities, createMadeUpSpeeds } from './made-up-facilities.ts'
import { createMadeUpRecords } from './made-up-records.ts'
import {
  createMadeUpStatements,
  createMadeUpVillages,
  madeUpCarriers,
  type Sizes,
} from './made-up-statements.ts'
import { createMadeUpUnits } from './made-up-units.ts'

export async function fillMadeUpProvince(
  db: Database,
  sizes: Sizes = { seed: 1, villages: 60, statements: 900 },
): Promise<void> {
  await change(asOwner(db, 'test'), async (client) => {
    await createSource(client)
    await createMadeUpUnits(client)
    await createCarriers(client)
    await createMadeUpVillages(client, sizes)
    await createMadeUpStatements(client, sizes)
    await createMadeUpRecords(client)
    await createMadeUpFacilities(client)
    await createMadeUpSpeeds(client)
    await client.query(`
update data_state
set dataset_id = 'made-up', title = 'Tỉnh không có thật', is_sample = true, note = 'for tests', loaded_at = now()
returning version`)
    return { result: undefined, entries: [{ action: 'load', noun: 'data_state' }] }
  })
}

async function createSource(client: Client): Promise<void> {
  await insertRows(client, 'sources', { code: 'text', title: 'text', issued_on: 'date' }, [
    { code: 'grid', title: 'Lưới ô vuông', issued_on: '2020-01-01' },
  ])
}

async function createCarriers(client: Client): Promise<void> {
  const columns = { code: 'text', name: 'text', letter: 'text', color: 'text', is_sample: 'boolean' }
  const rows = madeUpCarriers.map((code, index) => ({
    code,
    name: `Nhà mạng ${code}`,
    letter: 'ABC'[index],
    color: '#0072b2',
    is_sample: index === 2,
  }))
  await insertRows(client, 'carriers', columns, rows)
}
