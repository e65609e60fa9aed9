import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assignmentMoveNames, getMove, localAnswers } from '../../../core/assignments/lifecycle.ts'
import { isFulfilled } from '../../../core/assignments/fulfilment.ts'
import type { AssignmentStep } from '../../../core/assignments/step-details.ts'
import { blockers } from '../../../core/gaps/blockers.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, today, type Desk, type Who } from './desk.ts'

interface KeptEvent {
  readonly [column: string]: unknown
  readonly id: number
  readonly assignment_id: number
  readonly move: string
  readonly from_state: string
  readonly to_state: string
  readonly role: string
  readonly statement_ids: number[]
  readonly details: { readonly technologies?: readonly ('2g' | '3g' | '4g')[] }
}

const movers: readonly Who[] = ['carrier', 'rival', 'local', 'staff', 'admin', 'viewer']

/** What the move needs is mostly there, so that runs come far; who takes it is anybody. */
const attempts = fc.record({
  who: fc.constantFrom(...movers),
  at: fc.nat({ max: 2 }),
  move: fc.constantFrom(...assignmentMoveNames),
  technologies: fc.subarray(['2g', '3g', '4g'] as const, { minLength: 1 }),
  blocker: fc.constantFrom(...blockers),
  answer: fc.constantFrom(...localAnswers),
  hasDetails: fc.boolean(),
})

type Attempt = typeof attempts extends fc.Arbitrary<infer A> ? A : never

function toStep({ move, technologies, blocker, answer, hasDetails }: Attempt): AssignmentStep {
  const { needs, may } = getMove(move)
  const all = {
    technologies,
    blocker,
    answer,
    text: 'lời',
    reason: 'lý do',
    happened_on: today(),
    built_promised_on: '2031-01-02',
    on_air_promised_on: null,
  }
  const said = new Set<string>(hasDetails ? [...needs, ...may] : needs)
  return { move, ...Object.fromEntries(Object.entries(all).filter(([name]) => said.has(name))) }
}

/** Those who walk the path, in its order, between the random ones. */
const nextMove: Readonly<Record<string, readonly [Who, AssignmentStep['move']]>> = {
  not_started: ['carrier', 'broadcast'],
  on_air: ['carrier', 'submit'],
  awaiting: ['staff', 'accept'],
  confirmed: ['staff', 'reopen'],
  returned: ['carrier', 'build'],
  building: ['carrier', 'broadcast'],
  surveying: ['carrier', 'broadcast'],
  permitting: ['carrier', 'broadcast'],
  blocked: ['carrier', 'broadcast'],
}

describeDatabases('whatever anybody does with assigned villages', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let villages: string[]

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    villages = await desk.listUnserved('inside')
  })
  afterAll(() => desk.app.close())

  const listEvents = (ids: readonly number[]) =>
    db.query<KeptEvent>(
      `select e.*, u.role
       from assignment_events e
       join users u on u.id = e.actor_id
       where e.assignment_id = any ($1::integer[])
       order by e.id`,
      [ids],
    )

  async function expectKept(ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      const events = (await listEvents(ids)).filter(({ assignment_id }) => assignment_id === id)
      let state = 'not_started'
      for (const event of events) {
        expect(event.from_state).toBe(state)
        if (event.to_state === 'confirmed') {
          expect(event).toMatchObject({ move: 'accept', from_state: 'awaiting' })
          expect(['staff', 'admin']).toContain(event.role)
          expect(isFulfilled('mobile', event.details.technologies ?? [])).toBe(true)
          expect(event.statement_ids).toHaveLength(event.details.technologies!.length)
        }
        state = event.to_state
      }
      const { assignment } = await desk.see('staff', id)
      expect(assignment.progress!.state).toBe(state)
      if (state !== 'confirmed') continue
      expect(assignment.coverage_state).toBe('covered')
      const said = await db.query<{ service: string }>(
        `select s.service
         from village_services s
         where s.id = any ($1::bigint[])
           and s.village_id = $2::integer
           and s.carrier_code = 'alpha-tel'
           and s.basis = 'verified'
           and s.state = 'covered'
           and s.withdrawn_at is null
         order by s.service`,
        [events.findLast(({ move }) => move === 'accept')!.statement_ids, assignment.village_id],
      )
      expect(said.map(({ service }) => service)).toEqual([...assignment.progress!.technologies].sort())
    }
  }

  it('leaves a whole history, nothing confirmed that was not handed in, and a share that is counted from scratch', async () => {
    let confirmed = 0
    await fc.assert(
      fc.asyncProperty(fc.array(attempts, { minLength: 12, maxLength: 20 }), async (sequence) => {
        const ids = await desk.assign(
          [0, 1, 2].map((at) => ({ village_code: villages[at]!, carrier_code: 'alpha-tel' })),
        )
        let seen: KeptEvent[] = []
        for (const [turn, attempt] of sequence.entries()) {
          const id = ids[attempt.at]!
          // Every other turn somebody goes on, so that the path is walked to its end.
          const { state, version } = (await desk.see('staff', id)).assignment.progress!
          const [who, move] = turn % 2 === 0 ? nextMove[state]! : [attempt.who, attempt.move]
          const answer = await desk.move(who, id, { ...toStep({ ...attempt, move }) }, version)
          expect(answer.statusCode, answer.body).toBeLessThan(500)
          const events = await listEvents(ids)
          expect(events.slice(0, seen.length)).toEqual(seen)
          expect(events.length - seen.length).toBe(answer.statusCode === 200 ? 1 : 0)
          seen = events
        }
        await expectKept(ids)
        confirmed += seen.filter(({ to_state }) => to_state === 'confirmed').length
        const { answered, recounted } = await desk.countMobile()
        expect(answered).toBe(recounted)
      }),
      { numRuns: 5, seed: 20210630 },
    )
    expect(confirmed).toBeGreaterThan(2)
  }, 240_000)
})
