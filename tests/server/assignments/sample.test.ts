import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { staff } from '../../helpers/actors.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { actAs } from '../../../server/db/act-as.ts'
import { listAssignments } from '../../../server/db/assignments.ts'
import { listActs } from '../../../server/db/legal-acts.ts'
import { today } from './desk.ts'

describeDatabases('the 36 villages of the published plan', ({ openSampleDatabase }) => {
  let db: Database
  beforeAll(async () => {
    db = await openSampleDatabase()
  })

  it('stand at the beginning, with whom it names and without a deadline, as it sets none', async () => {
    const [assignments, acts] = await actAs(db, staff, 'full').transaction(async (client) => [
      await listAssignments(client, { filter: {}, today: today() }),
      await listActs(client),
    ])
    expect(acts).toMatchObject([
      { code: 'ke-hoach-4638', rows: 0, issued_on: '2020-12-15' },
      { code: 'ke-hoach-4638-phu-luc-2', rows: 36, issued_on: '2020-12-15' },
    ])
    const counts: Record<string, number> = {}
    for (const { carrier_code } of assignments) counts[carrier_code] = (counts[carrier_code] ?? 0) + 1
    expect(counts).toEqual({ viettel: 18, vnpt: 14, mobifone: 4 })
    for (const row of assignments) {
      expect(row, row.village_printed).toMatchObject({
        due_on: null,
        built_due_on: null,
        withdrawn_by: null,
        replaced_by: null,
        progress: { state: 'not_started', version: 1, technologies: [] },
      })
    }
  })
})
