/** Which statements does the sample hold? About 15,000, of which the rules of coverage make exactly the published counts. */
import type { Service } from '../../core/coverage/states.ts'
import { carriers } from './choose-carriers.ts'
import { contradict } from './contradict.ts'
import { day, declare, toChangeDate, toReports, type Opinion, type Speaker } from './declare.ts'
import { reachMetres, sureMetres } from './equip-sites.ts'
import { figures } from './figures.ts'
import type { Random } from './random.ts'
import { createReach, type Reach } from './reach.ts'
import type { EquippedSite } from './site.ts'
import type { SampleStatement } from './statement.ts'
import type { Target } from './targets.ts'
import { toFibreTruth, toMobileTruth, type MobileTechnology, type Truth } from './truth.ts'
import type { Village } from './village.ts'

const first = figures.end_of_2020.on
const second = figures.middle_of_2021.on
/** Farther from its stations than this a carrier does not speak of a village. */
const silentMetres = 6500

export function stateServices(
  villages: readonly Village[],
  targets: readonly Target[],
  sites: readonly EquippedSite[],
  random: Random,
): SampleStatement[] {
  const reachOf = createReach(sites)
  const statements = villages.flatMap((village) => {
    const target = targets[village.index]!
    const reach = reachOf(village)
    const fibreTruth = toFibreTruth(target, village.index)
    return [
      ...state(village, 'fibre', toFibreSpeakers(village, fibreTruth, random), fibreTruth, random),
      ...(['2g', '3g', '4g'] as const).flatMap((technology) =>
        state(
          village,
          technology,
          toSpeakers(reach, technology, random),
          toMobileTruth(target, technology, reach),
          random,
        ),
      ),
      ...state5g(village, random),
    ]
  })
  return withoutRepeats(statements).sort(compareStatements)
}

function state(
  village: Village,
  service: Service,
  speakers: readonly Speaker[],
  truth: Truth,
  random: Random,
): SampleStatement[] {
  const reports = toReports(speakers, truth)
  const declared = reports.flatMap((report) => declare(village, service, report, random))
  return [...declared, ...contradict({ village, service, truth }, reports, random)]
}

/** How many of the nearest carriers always speak. */
const hearing: Readonly<Record<MobileTechnology, number>> = { '2g': 1, '3g': 2, '4g': 2 }

/** Carriers with a station not too far away, the nearest first. */
function toSpeakers(reach: Reach, technology: MobileTechnology, random: Random): Speaker[] {
  const speakers = carriers.map(({ code }) => {
    const before = reach.ofCarrier(code, technology, first)
    const after = reach.ofCarrier(code, technology, second)
    const luck = random.next()
    const speaker: Speaker = {
      carrier: code,
      in2020: toOpinion(before, luck),
      in2021: toOpinion(after, luck),
      changed_on: toChangeDate(reach.since(code, technology, second)),
    }
    return { speaker, after, isNear: after < silentMetres }
  })
  const sorted = speakers.sort(
    (a, b) => a.after - b.after || (a.speaker.carrier < b.speaker.carrier ? -1 : 1),
  )
  const heard = sorted.filter(
    ({ isNear }, i) => i === 0 || (isNear && (i < hearing[technology] || random.chance(0.12))),
  )
  return heard.map(({ speaker }) => speaker)
}

/** Near: covered. In between hills decide; far: no, if anything is said. */
function toOpinion(metres: number, luck: number): Opinion {
  if (metres <= sureMetres) return 'covered'
  if (metres > silentMetres) return null
  if (metres > reachMetres) return luck < 0.5 ? 'not_covered' : null
  const hill = (metres - sureMetres) / (reachMetres - sureMetres)
  return luck > hill + 0.15 ? 'covered' : luck > hill - 0.1 ? 'partial' : 'not_covered'
}

function toFibreSpeakers(village: Village, truth: Truth, random: Random): Speaker[] {
  // Neighbouring communes mostly have the same carrier's cable.
  const isVnpt = Math.floor(Number(village.commune.code) / 7) % 2 === 0
  const main = isVnpt === random.chance(0.85) ? 'vnpt' : 'viettel'
  const second = main === 'vnpt' ? 'viettel' : 'vnpt'
  const isTown = village.remoteness < -2
  const speak = (carrier: string): Speaker => {
    const isIn2020 = truth.in2020 === 'covered' && random.chance(0.8)
    const in2021 = truth.in2021 === 'covered' && (isIn2020 || random.chance(0.6)) ? 'covered' : 'not_covered'
    return { carrier, in2020: isIn2020 ? 'covered' : 'not_covered', in2021, changed_on: null }
  }
  const opinion = (value: Truth['in2020']): Opinion => (value === 'unknown' ? null : value)
  return [
    {
      carrier: main,
      in2020: opinion(truth.in2020),
      in2021: opinion(truth.in2021),
      changed_on: `2021-0${random.int(1, 6)}-${day(3, 28, random)}`,
    },
    ...(random.chance(isTown ? 0.8 : 0.4) ? [speak(second)] : []),
    ...(isTown && random.chance(0.25) ? [speak('mobifone')] : []),
  ]
}

/** No 5G yet: a prediction for a few quarters of the city, a plain no for some towns, silence elsewhere. */
function state5g(village: Village, random: Random): SampleStatement[] {
  if (village.remoteness > -4.2) return []
  const isPredicted = random.chance(0.2)
  return [
    {
      village,
      service: '5g',
      carrier_code: isPredicted ? 'vnpt' : 'viettel',
      basis: isPredicted ? 'predicted' : 'declared',
      state: isPredicted ? 'partial' : 'not_covered',
      households_share: isPredicted ? Math.round(random.between(0.1, 0.4) * 100) / 100 : null,
      observed_on: `2021-06-${day(5, 30, random)}`,
    },
  ]
}

/** Of two statements of one carrier, basis and day the one said later stays. */
function withoutRepeats(statements: readonly SampleStatement[]): SampleStatement[] {
  return [...new Map(statements.map((statement) => [toKey(statement), statement])).values()]
}

function toKey({ village, service, carrier_code, basis, observed_on }: SampleStatement): string {
  return [village.code, service, carrier_code, observed_on, basis].join(' ')
}

function compareStatements(a: SampleStatement, b: SampleStatement): number {
  return toKey(a) < toKey(b) ? -1 : 1
}
