import { describe, expect, it } from 'vitest'
import type { AssignmentState } from '../../../core/assignments/lifecycle.ts'
import { cleanStep, requireStepDetails, type AssignmentStep } from '../../../core/assignments/step-details.ts'
import { takeStep, type AssignmentStanding } from '../../../core/assignments/take-step.ts'

const begun: AssignmentStanding = {
  state: 'not_started',
  blocker: null,
  text: null,
  technologies: [],
  built_promised_on: null,
  on_air_promised_on: null,
  built_on: null,
  on_air_on: null,
  reason: null,
  local_asked_at: null,
  local_answer: null,
  local_answered_on: null,
  submitted_at: null,
  decided_at: null,
}
const moment = { now: '2026-01-02T03:04:05.000Z', today: '2026-01-02' }
const take = (before: Partial<AssignmentStanding>, step: AssignmentStep, to: AssignmentState) =>
  takeStep({ ...begun, ...before }, step, { to, ...moment })

describe('a step', () => {
  it('of the carrier leaves behind what stood in the way and why it was returned', () => {
    expect(take({ state: 'blocked', blocker: 'road', text: 'x' }, { move: 'build' }, 'building')).toEqual({
      ...begun,
      state: 'building',
    })
    expect(
      take({ state: 'returned', reason: 'x' }, { move: 'survey', text: 'y' }, 'surveying'),
    ).toMatchObject({
      reason: null,
      text: 'y',
    })
  })

  it('of the carrier keeps its promises unless it says others, and takes them back with null', () => {
    const promised = { built_promised_on: '2027-01-02', on_air_promised_on: '2027-03-04' }
    expect(take(promised, { move: 'build', on_air_promised_on: null }, 'building')).toMatchObject({
      built_promised_on: '2027-01-02',
      on_air_promised_on: null,
    })
  })

  it('that only promises keeps everything else', () => {
    const blocked = { state: 'blocked', blocker: 'road', text: 'x' } as const
    expect(take(blocked, { move: 'promise', on_air_promised_on: '2027-03-04' }, 'blocked')).toEqual({
      ...begun,
      ...blocked,
      on_air_promised_on: '2027-03-04',
    })
  })

  it('says when the mast was built, and takes it back where building has not begun', () => {
    const blocked = { state: 'blocked', blocker: 'road', text: 'x' } as const
    const erected = take(blocked, { move: 'erect', happened_on: '2026-01-01' }, 'blocked')
    expect(erected).toEqual({ ...begun, ...blocked, built_on: '2026-01-01' })
    const onAir = { technologies: ['4g'], on_air_on: '2025-12-01' } as const
    expect(
      take({ state: 'on_air', ...onAir }, { move: 'erect', happened_on: '2026-01-01' }, 'on_air'),
    ).toMatchObject({ ...onAir, built_on: '2026-01-01' })
    expect(take({ ...erected, state: 'building' }, { move: 'build' }, 'building').built_on).toBe('2026-01-01')
    expect(take(erected, { move: 'survey' }, 'surveying').built_on).toBeNull()
  })

  it('back from what was on air takes the day and the services with it', () => {
    const onAir = { state: 'on_air', technologies: ['4g'], on_air_on: '2026-01-01' } as const
    expect(take(onAir, { move: 'build' }, 'building')).toMatchObject({ technologies: [], on_air_on: null })
    expect(take(onAir, { move: 'submit' }, 'awaiting')).toMatchObject({
      technologies: ['4g'],
      on_air_on: '2026-01-01',
      submitted_at: moment.now,
    })
    expect(take({ ...onAir, state: 'awaiting' }, { move: 'recall' }, 'on_air')).toMatchObject(onAir)
  })

  it('that asks the UBND anew forgets its earlier answer', () => {
    const answered = { state: 'awaiting', local_answer: 'no', local_answered_on: '2026-01-01' } as const
    expect(take(answered, { move: 'ask_local' }, 'awaiting')).toMatchObject({
      local_asked_at: moment.now,
      local_answer: null,
      local_answered_on: null,
    })
  })

  it('that sends it back leaves no answer of the UBND to the next report', () => {
    const answer = {
      local_asked_at: moment.now,
      local_answer: 'no',
      local_answered_on: '2026-01-01',
    } as const
    const none = { local_asked_at: null, local_answer: null, local_answered_on: null }
    const returned = take({ state: 'awaiting', ...answer }, { move: 'return', reason: 'x' }, 'returned')
    expect(returned).toMatchObject(none)
    const reopening = { move: 'reopen', reason: 'x', technologies: ['4g'] } as const
    expect(take({ state: 'confirmed', ...answer }, reopening, 'returned')).toMatchObject(none)
  })

  it('that opens again leaves of the services those that are still there', () => {
    const confirmed = { state: 'confirmed', technologies: ['3g', '4g'] } as const
    const step = { move: 'reopen', reason: 'x', technologies: ['4g'] } as const
    expect(take(confirmed, step, 'returned')).toMatchObject({
      technologies: ['3g'],
      reason: 'x',
      decided_at: moment.now,
    })
  })
})

describe('what a step says', () => {
  it('is trimmed, and blank is not said', () => {
    expect(cleanStep({ move: 'block', blocker: 'road', text: ' \n ', reason: ' x ' })).toEqual({
      move: 'block',
      blocker: 'road',
      reason: 'x',
    })
  })

  it.each([
    [{ move: 'block', text: 'x' }, 'blocker', 'required'],
    [{ move: 'submit', technologies: ['4g'] }, 'technologies', 'text'],
    [{ move: 'return', reason: 'x', text: 'y' }, 'text', 'reason'],
    [
      { move: 'broadcast', technologies: ['fibre'], happened_on: '2026-01-01' },
      'technologies',
      '2g | 3g | 4g | 5g',
    ],
    [{ move: 'broadcast', technologies: ['4g'], happened_on: '2026-01-03' }, 'happened_on', '<= 2026-01-02'],
    [{ move: 'build', built_promised_on: '2026-13-01' }, 'built_promised_on', 'YYYY-MM-DD'],
    [{ move: 'promise', text: 'x' }, 'on_air_promised_on', 'required'],
  ] as const)('%j is refused by its field', (step, field, expected) => {
    expect(() => requireStepDetails(step, 'mobile', moment.today)).toThrow(
      expect.objectContaining({
        code: 'value_invalid',
        params: expect.objectContaining({ field, expected }),
      }),
    )
  })

  it.each([
    { move: 'answer_local', answer: 'no', happened_on: '2026-01-02' },
    { move: 'promise', built_promised_on: '2020-01-01' },
    { move: 'reopen', reason: 'x', technologies: ['2g'] },
  ] as const)('%j is enough', (step) => {
    expect(() => requireStepDetails(step, 'mobile', moment.today)).not.toThrow()
  })
})
