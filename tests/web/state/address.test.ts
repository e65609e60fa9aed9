import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignmentStates } from '../../../core/assignments/lifecycle.ts'
import { urgencies } from '../../../core/assignments/urgency.ts'
import { askedBases, askedServices, services } from '../../../core/coverage/states.ts'
import { askedAssigneds, askedPowers, unitSets, weights } from '../../../core/coverage/question.ts'
import { blockers } from '../../../core/gaps/blockers.ts'
import { rankCriteria } from '../../../core/gaps/rank.ts'
import { fromDayNumber } from '../../../core/dates.ts'
import { switchableLayers } from '../../../web/map/map-view-props.ts'
import { fromAddress, openingView, toAddress, type View } from '../../../web/state/address.ts'
import { implausibleReasons } from '../../../core/coverage/implausible/reasons.ts'
import { differenceFilters, listDifferingFields, toQuestionB } from '../../../web/state/compare-slice.ts'
import { fixedColumns, groupings, listedStates, type ListColumn } from '../../../web/state/list-view.ts'
import { pageNames } from '../../../web/state/page-slice.ts'
import type { AskedQuestion } from '../../../web/state/question-slice.ts'

const today = '2026-11-22'

const code = fc.stringMatching(/^\d{3,5}$/)
const id = fc.integer({ min: 1, max: 999_999_999 })
const selection = fc.oneof(
  fc.constant({ type: 'none' } as const),
  fc.record({ type: fc.constant('unit' as const), unit_set: fc.constantFrom(...unitSets), code }),
  fc.record({ type: fc.constantFrom('village' as const, 'site' as const, 'cable-route' as const), id }),
)
const anyQuestion: fc.Arbitrary<AskedQuestion> = fc.record({
  service: fc.constantFrom(...askedServices),
  unit_set: fc.option(fc.constantFrom(...unitSets)),
  weight: fc.constantFrom(...weights),
  carrier: fc.option(fc.stringMatching(/^[a-z0-9-]{1,40}$/)),
  basis: fc.constantFrom(...askedBases),
  as_of: fc.option(fc.integer({ min: 0, max: 20_000 }).map(fromDayNumber)),
  power: fc.constantFrom(...askedPowers),
  assigned: fc.constantFrom(...askedAssigneds),
})
const anyView: fc.Arbitrary<View> = fc.record({
  // Their own test draws trial sites.
  trial: fc.constant([]),
  plan_id: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
  lookup: fc.string({ maxLength: 100 }),
  circle_radius_m: fc.integer({ min: 500, max: 30_000 }),
  question: anyQuestion,
  compared: fc.option(anyQuestion),
  differences: fc.record({ filter: fc.constantFrom(...differenceFilters), unit: fc.option(code) }),
  flags: fc.record({
    reason: fc.constantFrom('all' as const, ...implausibleReasons),
    carrier: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
    service: fc.constantFrom('all' as const, ...services),
    district: fc.oneof(fc.constant('all'), code),
  }),
  selection,
  visible: fc.subarray([...switchableLayers]),
  camera: fc
    .option(
      fc.record({
        center: fc.tuple(
          fc.integer({ min: -1_800_000, max: 1_800_000 }),
          fc.integer({ min: -850_000, max: 850_000 }),
        ),
        zoom: fc.integer({ min: 0, max: 2200 }),
      }),
    )
    .map((camera) =>
      camera === null
        ? null
        : {
            center: [camera.center[0] / 10_000, camera.center[1] / 10_000] as const,
            zoom: camera.zoom / 100,
          },
    ),
  language: fc.constantFrom('vi' as const, 'en' as const),
  page: fc.constantFrom(...pageNames),
  import_id: fc.option(id),
  fails: fc.array(fc.record({ type: fc.constantFrom('site' as const, 'cable-route' as const), id }), {
    maxLength: 4,
  }),
  assigned: fc.record({
    act: fc.option(fc.constantFrom('ke-hoach-4638-phu-luc-2', 'cong-van-1')),
    carrier: fc.option(fc.stringMatching(/^[a-z0-9-]{1,40}$/)),
    district: fc.option(code),
    state: fc.option(fc.constantFrom(...assignmentStates)),
    blocker: fc.option(fc.constantFrom(...blockers)),
    urgency: fc.option(fc.constantFrom(...urgencies)),
    opened_id: fc.option(id),
  }),
  list: fc.record({
    scope: fc.oneof(
      fc.constant({ type: 'province' } as const),
      fc.record({ type: fc.constant('unit' as const), code }),
      fc.record({
        type: fc.constantFrom('share' as const, 'remaining' as const),
        from: fc.integer({ min: 0, max: 100 }),
      }),
    ),
    states: fc.subarray([...listedStates], { minLength: 1 }),
    rule: fc
      .shuffledSubarray([...rankCriteria], { minLength: 1 })
      .map((criteria) => criteria.map((criterion) => ({ criterion, direction: 'least' as const }))),
    grouping: fc.constantFrom(...groupings),
    columns: fc.subarray<ListColumn>([...fixedColumns, 'site-viettel', 'site-doanh-nghiep-4']),
    sort: fc.option(
      fc.record({
        column: fc.constantFrom('name' as const, 'site-vnpt' as const, ...fixedColumns),
        direction: fc.constantFrom('asc' as const, 'desc' as const),
      }),
    ),
    meaning: fc.constantFrom('open' as const, 'closed' as const),
  }),
})

/** Views that can be: a selected unit is of the set asked for, and a second question is another one, asked where one compares. */
const view = anyView
  .filter(
    ({ question, selection: { ...selected } }) =>
      selected.type !== 'unit' || question.unit_set === null || question.unit_set === selected.unit_set,
  )
  .map((one): View => {
    const isOther = one.page === 'compare' && listDifferingFields(one).length > 0
    return { ...one, compared: isOther ? toQuestionB(one) : null }
  })
  // What is supposed to fail is asked about on its page alone.
  .map((one) => (one.page === 'if-fails' ? one : { ...one, fails: [] }))
  // Of a list that is closed nothing is said, nor of what was looked for in it.
  .map((one) => (one.page === 'compare' ? one : { ...one, differences: openingView.differences }))
  .map((one) => (one.page === 'implausible' ? one : { ...one, flags: openingView.flags }))
  .map((one) => (one.page === 'import' ? one : { ...one, import_id: null }))
  .map((one) => (one.page === 'gaps' ? one : { ...one, list: openingView.list }))
  .map((one) => (one.page === 'assigned' ? one : { ...one, assigned: openingView.assigned }))

describe('the address of a view', () => {
  it('brings back the view it was made from', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(fromAddress(toAddress(given), today)).toEqual({ view: given, ignored: [] })
      }),
    )
  })

  it('is empty for the opening view', () => {
    expect(toAddress(openingView)).toBe('')
    expect(fromAddress('', today)).toEqual({ view: openingView, ignored: [] })
  })

  it('never throws, and whatever it is made of means a view that can be written again', () => {
    const keys = [
      'service',
      'units',
      'weight',
      'carrier',
      'basis',
      'as_of',
      'layers',
      'selected',
      'at',
      'lang',
      'page',
      'list',
      'states',
      'rank',
      'group',
      'columns',
      'sort',
      'difference',
      'flag_reason',
    ]
    const odd = fc.array(fc.tuple(fc.constantFrom(...keys), fc.string()))
    fc.assert(
      fc.property(odd, (pairs) => {
        const { view: read } = fromAddress(`?${new URLSearchParams(pairs)}`, today)
        expect(fromAddress(toAddress(read), today)).toEqual({ view: read, ignored: [] })
      }),
    )
  })

  it.each([
    ['?service=6g', 'an unknown service'],
    ['?as_of=2021-02-30', 'a day that is none'],
    ['?as_of=2027-01-01', 'a day to come'],
    ['?at=99,21,103', 'a zoom that is none'],
    ['?at=9,100,103', 'a latitude that is none'],
    ['?selected=huyen:1', 'a selection of no kind'],
    ['?selected=village:0', 'an id that is none'],
    ['?carrier=%27%3B--', 'a carrier that cannot be a code'],
    ['?units=hamlet', 'a set that does not exist'],
    ['?power=nuclear', 'a power that is none'],
    ['?assigned=perhaps', 'an assignment that is none'],
    ['?order=asc', 'a key that nobody knows'],
    ['?list=unit:abc', 'a unit that cannot be a code'],
    ['?list=share:often', 'a class that is none'],
    ['?states=covered,perhaps', 'a state that is none'],
    ['?rank=beauty', 'a criterion that is none'],
    ['?rank=people,-people', 'a criterion that stands twice'],
    ['?group=colour', 'a grouping that is none'],
    ['?columns=people,shoe', 'a column that is none'],
    ['?sort=people', 'an order without a direction'],
    ['?difference=gained', 'a difference where nothing is compared'],
    ['?flag_reason=district_jump', 'a reason where no reports are listed'],
  ])('reads %s (%s) as the opening view, and says what it ignored', (address) => {
    const [[key, value] = []] = [...new URLSearchParams(address)]
    const read = fromAddress(address, today)
    expect(read.view).toEqual(openingView)
    expect(read.ignored).toHaveLength(1)
    expect(read.ignored[0]).toMatchObject({ key, value })
  })

  it.each([
    ['compare', 'difference=huge', 'a difference that is none'],
    ['compare', 'difference_unit=tuan-giao', 'a unit that cannot be a code'],
    ['implausible', 'flag_reason=mood', 'a reason that is none'],
    ['implausible', 'flag_carrier=%27%3B--', 'a carrier that cannot be a code'],
    ['implausible', 'flag_service=6g', 'a service that does not exist'],
    ['implausible', 'flag_district=x', 'a huyện that cannot be a code'],
  ])('opens %s without %s (%s), and says what it ignored', (name, part) => {
    const page = pageNames.find((one) => one === name)!
    const [[key, value] = []] = [...new URLSearchParams(part)]
    const read = fromAddress(`?page=${page}&${part}`, today)
    expect(read.view).toEqual({ ...openingView, page })
    expect(read.ignored).toEqual([{ key, value, reason: 'unknown_value' }])
  })

  it('follows the selected unit where the set asked for is another, and says so', () => {
    const read = fromAddress('?units=commune&selected=district:096', today)
    expect(read.view.question.unit_set).toBe('district')
    expect(read.view.selection).toEqual({ type: 'unit', unit_set: 'district', code: '096' })
    expect(read.ignored).toEqual([{ key: 'units', value: 'commune', reason: 'contradiction' }])
  })

  it('takes no note of what the identity provider sends back', () => {
    expect(fromAddress('?sign_in_problem=provider_failed', today).ignored).toEqual([])
  })

  it('stays readable: commas and colons are not escaped', () => {
    const given: View = {
      ...openingView,
      selection: { type: 'unit', unit_set: 'district', code: '103' },
      visible: ['villages', 'sites'],
    }
    expect(toAddress(given)).toBe('?layers=villages,sites&selected=district:103')
  })
})
