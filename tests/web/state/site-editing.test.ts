import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { siteFieldNames, stationFieldNames } from '../../../core/inventory/site-snapshot.ts'
import { redoStep, startHistory, takeStep, undoStep } from '../../../web/state/form-history.ts'
import { mergeSite, settleMerge } from '../../../web/state/site-conflict.ts'
import {
  emptyForm,
  formFields,
  listChangedPaths,
  makeStation,
  stationFormFields,
  toSiteEdit,
  type SiteForm,
} from '../../../web/state/site-form.ts'

const base: SiteForm = {
  site: { ...emptyForm.site, code: 'SL-1', name: 'Chợ', lng: 103, lat: 21.4, mast_height_m: 42 },
  stations: [{ ...makeStation('s1', { carrier_code: 'alpha', technology: '4g' }), id: 1 }],
}

function withSite(changes: Partial<SiteForm['site']>): SiteForm {
  return { ...base, site: { ...base.site, ...changes } }
}

describe('the form of a site', () => {
  it('has every field that can be written', () => {
    expect(new Set(formFields)).toEqual(new Set(siteFieldNames))
    expect(new Set(stationFormFields)).toEqual(new Set(stationFieldNames))
  })

  it('sends only what differs', () => {
    expect(toSiteEdit(base, base)).toEqual({ changes: {}, stations: [] })
    expect(toSiteEdit(base, withSite({ name: 'Chợ mới' }))).toEqual({
      changes: { name: 'Chợ mới' },
      stations: [],
    })
  })

  it('sends a new station whole and an old one by its id', () => {
    const added = makeStation('new-1', { carrier_code: 'beta', technology: '5g' })
    const ended = { ...base.stations[0]!, off_air_on: '2024-01-01' }
    expect(toSiteEdit(base, { ...base, stations: [ended, added] }).stations).toEqual([
      { id: 1, off_air_on: '2024-01-01' },
      { carrier_code: 'beta', technology: '5g' },
    ])
  })
})

describe('steps in a form', () => {
  it('join while one field is typed into, and come back one by one', () => {
    let history = startHistory('')
    for (const text of ['a', 'ab', 'abc']) history = takeStep(history, text, 'name')
    history = takeStep(history, 'abc!', 'note')
    expect(undoStep(history).present).toBe('abc')
    expect(undoStep(undoStep(history)).present).toBe('')
    expect(redoStep(undoStep(history)).present).toBe('abc!')
  })

  it('lead back to the beginning and forth to the end, whatever they were', () => {
    const steps = fc.array(fc.tuple(fc.integer(), fc.constantFrom('a', 'b')), { maxLength: 50 })
    fc.assert(
      fc.property(steps, (given) => {
        const end = given.reduce(
          (history, [value, about]) => takeStep(history, value, about),
          startHistory(0),
        )
        let history = end
        for (let n = 0; n < given.length; n++) history = undoStep(history)
        expect(history.present).toBe(0)
        for (let n = 0; n < given.length; n++) history = redoStep(history)
        expect(history.present).toBe(end.present)
      }),
    )
  })
})

describe('two edits of one site', () => {
  it('stand together where they touch different fields', () => {
    const merge = mergeSite({
      base,
      mine: withSite({ name: 'Chợ mới' }),
      theirs: withSite({ mast_height_m: 50 }),
    })
    expect(merge.conflicts).toEqual([])
    expect(merge.merged.site).toMatchObject({ name: 'Chợ mới', mast_height_m: 50 })
  })

  it('ask for a choice where both touch one, and keep what the other saved until it is made', () => {
    const merge = mergeSite({ base, mine: withSite({ name: 'A' }), theirs: withSite({ name: 'B' }) })
    expect(merge.conflicts).toEqual([{ path: 'name', base: 'Chợ', mine: 'A', theirs: 'B' }])
    expect(settleMerge(merge, new Map()).site.name).toBe('B')
    expect(settleMerge(merge, new Map([['name', 'mine']])).site.name).toBe('A')
  })

  it('never make a position out of two', () => {
    const merge = mergeSite({ base, mine: withSite({ lng: 103.1 }), theirs: withSite({ lat: 21.5 }) })
    expect(merge.conflicts.map(({ path }) => path)).toEqual(['lng', 'lat'])
    expect(settleMerge(merge, new Map([['lng', 'mine']])).site).toMatchObject({ lng: 103.1, lat: 21.4 })
    expect(settleMerge(merge, new Map()).site).toMatchObject({ lng: 103, lat: 21.5 })
  })

  it('that say the same are no conflict', () => {
    const same = withSite({ name: 'A', lng: 103.2, lat: 21.5 })
    expect(mergeSite({ base, mine: same, theirs: same }).conflicts).toEqual([])
  })

  it('lose nothing: every field of the result is of one of the two, and what only one touched is theirs or mine', () => {
    const value = fc.constantFrom('x', 'y', null)
    const fields = fc.record({ name: value, note: value, address: value, approval: value })
    fc.assert(
      fc.property(fields, fields, (mine, theirs) => {
        const merge = mergeSite({ base, mine: withSite(mine), theirs: withSite(theirs) })
        const result = settleMerge(merge, new Map(merge.conflicts.map(({ path }) => [path, 'mine' as const])))
        for (const path of listChangedPaths(base, withSite(mine)))
          expect(result.site[path as 'name']).toBe(mine[path as 'name'])
        for (const path of listChangedPaths(base, withSite(theirs)))
          if (!listChangedPaths(base, withSite(mine)).includes(path))
            expect(result.site[path as 'name']).toBe(theirs[path as 'name'])
      }),
    )
  })

  it('keep the stations that each added', () => {
    const mine = {
      ...base,
      stations: [...base.stations, makeStation('new-1', { carrier_code: 'b', technology: '2g' })],
    }
    const theirs = {
      ...base,
      stations: [...base.stations, { ...makeStation('s7', { carrier_code: 'c', technology: '3g' }), id: 7 }],
    }
    expect(mergeSite({ base, mine, theirs }).merged.stations.map(({ key }) => key)).toEqual([
      's1',
      's7',
      'new-1',
    ])
  })
})
