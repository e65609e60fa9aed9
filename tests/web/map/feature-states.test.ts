import { describe, expect, it } from 'vitest'
import { applyFeatureLooks, toFeatureLooks, type FeatureLooks } from '../../../web/map/feature-states.ts'
import type { Choropleth, UnitValue } from '../../../web/map/map-view-props.ts'

const value: UnitValue = { name: 'Một', label: '', percent: 50, remaining: 2, unknown: 0, class_index: 1 }
const choropleth: Choropleth = {
  unit_set: 'commune',
  mode: 'share',
  classes: [{ color: '#111111' }, { color: '#222222' }],
  values: new Map([
    ['70101', value],
    ['70102', { ...value, class_index: null, hatch: true }],
  ]),
}

type StateMap = Parameters<typeof applyFeatureLooks>[0]

/** Holds states as MapLibre does: setting merges, removing takes all away. */
function createStates() {
  const states = new Map<string, object>()
  const calls: string[] = []
  const toKey = ({ source, id }: { source: string; id?: string | number | undefined }) => `${source}/${id}`
  const map = {
    setFeatureState(target: { source: string; id?: string | number }, state: object) {
      calls.push(toKey(target))
      states.set(toKey(target), { ...states.get(toKey(target)), ...state })
    },
    removeFeatureState(target: { source: string; id?: string | number }) {
      calls.push(toKey(target))
      states.delete(toKey(target))
    },
  }
  return { map: map as unknown as StateMap, states, calls }
}

function flatten(looks: FeatureLooks): Map<string, object> {
  return new Map(
    [...looks].flatMap(([source, ofSource]) => [...ofSource].map(([id, look]) => [`${source}/${id}`, look])),
  )
}

const nothing = toFeatureLooks({ choropleth: null, highlight: null, selection: { type: 'none' } })
const coloured = toFeatureLooks({ choropleth, highlight: '70101', selection: { type: 'none' } })
const selected = toFeatureLooks({
  choropleth: { ...choropleth, unit_set: 'commune-2025' },
  highlight: null,
  selection: { type: 'unit', unit_set: 'commune-2025', code: '70101' },
})

describe('looks of units', () => {
  it('take the colour of their class and none without a class', () => {
    expect(flatten(coloured)).toEqual(new Map([['communes/70101', { color: '#222222', hovered: true }]]))
  })

  it('keep the selected unit apart from one of the same code in another set', () => {
    expect(selected.get('communes-2025')?.get('70101')?.selected).toBe(true)
    expect(selected.has('communes')).toBe(false)
  })

  it('mark a selected cable route', () => {
    const looks = toFeatureLooks({
      choropleth: null,
      highlight: null,
      selection: { type: 'cable-route', id: 4 },
    })
    expect(looks.get('cable-routes')?.get(4)).toEqual({ selected: true })
  })

  it('end on the map as asked, whatever was there before', () => {
    for (const before of [nothing, coloured, selected]) {
      for (const after of [nothing, coloured, selected]) {
        const { map, states } = createStates()
        applyFeatureLooks(map, nothing, before)
        applyFeatureLooks(map, before, after)
        expect(states).toEqual(flatten(after))
      }
    }
  })

  it('touch nothing that stays the same', () => {
    const { map, calls } = createStates()
    applyFeatureLooks(
      map,
      coloured,
      toFeatureLooks({ choropleth, highlight: '70101', selection: { type: 'none' } }),
    )
    expect(calls).toEqual([])
  })
})
