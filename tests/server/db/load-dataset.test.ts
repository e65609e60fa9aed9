import { rm } from 'node:fs/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { countData, getDataState } from '../../../server/db/data-state.ts'
import { loadDataset } from '../../../server/db/load-dataset.ts'
import { DatabaseFilledError } from '../../../server/db/store-dataset.ts'
import { copyDataset, type DatasetCopy } from '../../helpers/damaged-dataset.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { resetDatabase } from '../../../server/db/reset.ts'

describeDatabases('loading a data set', ({ openDatabase, openSampleDatabase }) => {
  let db: Database
  let copy: DatasetCopy

  beforeAll(async () => {
    db = await openDatabase()
  })
  beforeEach(async () => {
    copy = await copyDataset()
  })
  afterEach(async () => {
    await copy.remove()
    await resetDatabase(db)
  })

  const getVillage = async (code: string) =>
    (
      await db.query(
        `select located_by, commune_code, district_code, commune_2025_code
         from villages
         where code = $1::text`,
        [code],
      )
    )[0]

  it('fills the tables, says which data set it is and writes it into the audit log', async () => {
    await loadDataset(db, copy)
    expect(await countData(db)).toEqual({ admin_units: 17, sites: 20, villages: 50, statements: 215 })
    const withdrawn = new Error('taken back')
    const count = db.transaction(async (client) => {
      await client.query('update village_services set withdrawn_at = now() where village_id = 1 returning id')
      expect((await countData(client)).statements).toBeLessThan(215)
      throw withdrawn
    })
    await expect(count).rejects.toBe(withdrawn)
    expect(await getDataState(db)).toMatchObject({
      version: 1,
      dataset_id: 'truong-lam-thu',
      is_sample: true,
    })
    const entries = await db.query('select actor, action, noun_id from audit_log')
    expect(entries).toEqual([{ actor: 'loader', action: 'load', noun_id: 'truong-lam-thu' }])
  })

  it('says so where there is a reference only', async () => {
    await rm(copy.datasetDir, { recursive: true })
    await loadDataset(db, copy)
    expect(await countData(db)).toEqual({ admin_units: 17, sites: 0, villages: 0, statements: 0 })
    expect(await getDataState(db)).toMatchObject({ version: 1, dataset_id: null, is_sample: null })
  })

  it('touches no database that holds data', async () => {
    await loadDataset(db, copy)
    const before = [await countData(db), await getDataState(db)]
    await expect(loadDataset(db, copy)).rejects.toBeInstanceOf(DatabaseFilledError)
    await copy.edit('sample/dataset.json', (text) => text.replace('truong-lam-thu', 'another'))
    await expect(loadDataset(db, copy)).rejects.toMatchObject({ state: { dataset_id: 'truong-lam-thu' } })
    expect([await countData(db), await getDataState(db)]).toEqual(before)
  })

  it('touches no database with rows of unknown origin', async () => {
    await db.query(`insert into sources (code, title) values ('own', 'own') returning code`)
    await expect(loadDataset(db, copy)).rejects.toBeInstanceOf(DatabaseFilledError)
    expect((await countData(db)).admin_units).toBe(0)
  })

  it.each([
    [
      'communes.geojson',
      1,
      [
        [108, 14],
        [108.2, 14.2],
        [108.2, 14],
        [108, 14.2],
        [108, 14],
      ],
    ],
    [
      'base-map.geojson',
      0,
      [
        [109, 14],
        [109.2, 14.2],
        [109.2, 14],
        [109, 14.2],
        [109, 14],
      ],
    ],
  ])('loads nothing where a polygon of %s crosses itself', async (file, at, ring) => {
    await copy.editFeatures(`reference/${file}`, (features) => {
      const feature = features[at]
      if (feature === undefined) throw new Error('no such feature')
      feature.geometry = { type: 'Polygon', coordinates: [ring] }
      if ('label' in feature.properties) feature.properties['label'] = [108.15, 14.1]
    })
    // Places that lie in the commune that was replaced are not what is tested here.
    await rm(copy.datasetDir, { recursive: true })
    await expect(loadDataset(db, copy)).rejects.toMatchObject({
      problems: [{ file: `reference/${file}`, row: at + 1, field: 'geometry', code: 'geometry_invalid' }],
    })
    expect((await countData(db)).admin_units).toBe(0)
    expect((await getDataState(db)).version).toBe(0)
  })

  it('loads nothing where a table is wrong', async () => {
    await copy.edit('sample/stations.csv', (text) => text.replace('beta-tel', 'gamma-tel'))
    await expect(loadDataset(db, copy)).rejects.toMatchObject({ problems: [{ code: 'unknown_code' }] })
    expect((await countData(db)).admin_units).toBe(0)
  })

  it('counts a village where it lies, not where the table says', async () => {
    await copy.edit('sample/villages.csv', (text) => text.replace(/(TL-001,.*),90101,144/, '$1,90304,144'))
    await loadDataset(db, copy)
    expect(await getVillage('TL-001')).toMatchObject({ located_by: 'position', commune_code: '90101' })
  })

  it('lets a pin win over the position, huyện and new commune following', async () => {
    await copy.edit('sample/villages.csv', (text) =>
      text.replace(/(TL-001,.*),,90101,144/, '$1,90304,90101,144'),
    )
    await loadDataset(db, copy)
    const [unit] = await db.query(
      `select parent_code, successor_code
       from admin_units
       where unit_set = 'commune'
         and code = '90304'`,
    )
    expect(await getVillage('TL-001')).toEqual({
      located_by: 'pin',
      commune_code: '90304',
      district_code: unit?.['parent_code'],
      commune_2025_code: unit?.['successor_code'],
    })
  })

  it('counts a village without a position in the commune stated for it', async () => {
    await copy.edit('sample/villages.csv', (text) => text.replace('108.1771,14.43731', ','))
    await loadDataset(db, copy)
    expect(await getVillage('TL-001')).toMatchObject({ located_by: 'label', commune_code: '90101' })
  })

  it('counts what stands on a border in the unit of the least huyện and code', async () => {
    const borders = await sharedVertices(copy)
    expect(borders.length).toBeGreaterThan(3)
    const names = borders.map((_, index) => `TL-${String(index + 1).padStart(3, '0')}`)
    await copy.edit('sample/villages.csv', (text) =>
      borders.reduce(
        (changed, { position }, index) =>
          changed.replace(
            new RegExp(`^(${names[index]},[^,]*,[^,]*,[^,]*),[^,]*,[^,]*`, 'm'),
            `$1,${position}`,
          ),
        text,
      ),
    )
    await loadDataset(db, copy)
    const villages = await Promise.all(names.map(getVillage))
    expect(villages.map((village) => village?.['commune_code'])).toEqual(borders.map(({ least }) => least))
  })

  it('finds names by their folded forms and the code', async () => {
    await copy.edit('sample/villages.csv', (text) =>
      text.replace(/(TL-002,[^,]*,[^,]*),/, '$1,Kôn Rơ;Đắk Rờ'),
    )
    await loadDataset(db, copy)
    const [village] = await db.query(`select search_names from villages where code = 'TL-002'`)
    expect(village).toEqual({ search_names: 'kon ro 2 | kon ro | dak ro | tl 002' })
  })

  it('keeps the order of the file: of two statements of one day the later row has the later id', async () => {
    await loadDataset(db, copy)
    const [row] = await db.query(
      `select array_agg(code order by id) = array_agg(code order by code) as in_order
       from villages`,
    )
    expect(row).toEqual({ in_order: true })
  })

  describe('the sample', () => {
    it('places every village and site in one commune, its huyện and its successor', async () => {
      const sample = await openSampleDatabase()
      const [row] = await sample.query(
        `select count(*) as n, count(*) filter (where unit.code is null) as lost
         from (
           select commune_code, district_code, commune_2025_code from villages
           union all
           select commune_code, district_code, commune_2025_code from sites
         ) place
         left join admin_units unit
           on unit.unit_set = 'commune'
           and unit.code = place.commune_code
           and unit.parent_code = place.district_code
           and unit.successor_code = place.commune_2025_code`,
      )
      expect(row).toEqual({ n: 1445 + 815, lost: 0 })
    })
  })
})

/** Corners that communes of the fixture share, with the code that must win: the least huyện, then the least code. */
async function sharedVertices(copy: DatasetCopy): Promise<{ position: string; least: string }[]> {
  const owners = new Map<string, { rank: string; code: string }[]>()
  await copy.editFeatures('reference/communes.geojson', (features) => {
    for (const { properties, geometry } of features) {
      const [ring = []] = geometry.coordinates as number[][][]
      const unit = {
        rank: `${properties['parent_code']}/${properties['code']}`,
        code: String(properties['code']),
      }
      for (const key of new Set(ring.map((position) => position.join(',')))) {
        owners.set(key, [...(owners.get(key) ?? []), unit])
      }
    }
    // Written anew without line breaks: the content stays.
  })
  return [...owners]
    .filter(([, units]) => units.length > 1)
    .slice(0, 30)
    .map(([position, units]) => ({
      position,
      least: units.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))[0]?.code ?? '',
    }))
}
