import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applySiteEdit,
  applySnapshot,
  cleanSiteEdit,
  createSiteDraft,
} from '../../../core/inventory/site-edit.ts'
import { listPositionWarnings, nameSiteChange, requireInside } from '../../../core/inventory/site-rules.ts'
import { listChangedFields, type SiteSnapshot } from '../../../core/inventory/site-snapshot.ts'
import { toPlainText } from '../../../core/plain-text.ts'

const draft = createSiteDraft({ code: 'A', name: 'Á', lng: 103, lat: 21, power_source: 'grid' }, [
  { carrier_code: 'alpha', technology: '4g', on_air_on: '2020-01-01' },
])
const site = {
  ...draft,
  id: 1,
  stations: draft.stations.map((station, index) => ({ ...station, id: index + 1 })),
} as SiteSnapshot

const changes = fc.record(
  {
    name: fc.constantFrom('Á', 'B'),
    lng: fc.constantFrom(103, 103.5),
    note: fc.option(fc.constantFrom('x', 'null')),
    status: fc.constantFrom('live' as const, 'retired' as const),
  },
  { requiredKeys: [] },
)

describe('an edit of a site', () => {
  it('sets what it names and nothing else, and applied twice does no more', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const edit = { changes: given, stations: [] }
        const after = applySiteEdit(site, edit)
        expect(after).toEqual({ ...site, ...given })
        expect(listChangedFields(after, applySiteEdit(after, edit))).toEqual([])
        for (const field of listChangedFields(site, after)) expect(given).toHaveProperty(field)
      }),
    )
  })

  it('is taken back by the snapshot before it', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const after = applySiteEdit(site, { changes: given, stations: [{ id: 1, note: 'x' }] })
        expect(applySnapshot(after, site, '2026-01-01')).toEqual(site)
      }),
    )
  })

  it('tells the text "null" from no text, and names what happened', () => {
    const noted = applySiteEdit(site, { changes: {}, stations: [{ id: 1, note: 'null' }] })
    expect(listChangedFields(site, noted)).toEqual(['stations'])
    expect(nameSiteChange(site, { ...site, lng: 103.1 })).toBe('move')
    expect(nameSiteChange(site, { ...site, lng: 103.1, name: 'x' })).toBe('update')
    expect(nameSiteChange(site, { ...site, commune_code: '1' })).toBe('update')
  })

  it('keeps composed, trimmed texts and six decimals; nothing stands for an emptied one', () => {
    const given = { name: ` ${'Ẳng Tở'.normalize('NFD')} `, address: '  ', lng: 103.123_456_7 }
    expect(cleanSiteEdit({ changes: given, stations: [] }).changes).toEqual({
      name: 'Ẳng Tở',
      address: null,
      lng: 103.123_457,
    })
  })
})

describe('plain text', () => {
  it('once kept is kept as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('line' as const, 'lines' as const),
        (given, shape) => {
          const kept = toPlainText(given, shape)
          if (kept !== null) expect(toPlainText(kept, shape)).toBe(kept)
        },
      ),
    )
  })

  it('has no control character, on one line no break', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('\u0000', '\u0007', '\u001b', '\u202e', '\ud800'),
        (text, bad) => {
          expect(toPlainText(`a${text}${bad}${text}z`, 'lines')).toBeNull()
        },
      ),
    )
    expect(toPlainText('một\nhai', 'line')).toBeNull()
    expect(toPlainText('một\r\nhai', 'lines')).toBe('một\nhai')
  })
})

describe('a position', () => {
  const near = { id: 2, code: 'B', name: 'B', distance_m: 20 }
  const facts = {
    inside: true,
    swapped: false,
    units: null,
    stated: null,
    in_stated: true,
    moved_m: 1000,
    near_sites: [near],
  }

  it('warns within 20 m of another site and beyond 1 km, not at the limit of the second', () => {
    expect(listPositionWarnings(facts, 'moved')).toEqual(['near_site'])
    expect(listPositionWarnings({ ...facts, moved_m: 1000.1, near_sites: [] }, 'moved')).toEqual([
      'moved_far',
    ])
    expect(listPositionWarnings(facts, 'stays')).toEqual([])
  })

  it('outside is refused by its name', () => {
    const at = { lng: 21, lat: 103 }
    expect(() => requireInside({ inside: false, swapped: true }, at)).toThrow('position_swapped')
    expect(() => requireInside({ inside: false, swapped: false }, at)).toThrow('position_outside')
    expect(() => requireInside({ inside: true, swapped: false }, at)).not.toThrow()
  })
})
