/** What is the united state of a village for one technology on the two dates, given its target and the stations in reach? */
import type { CoverageState } from '../../core/coverage/states.ts'
import { reachMetres } from './equip-sites.ts'
import { figures } from './figures.ts'
import type { Reach } from './reach.ts'
import type { Target } from './targets.ts'

export type MobileTechnology = '2g' | '3g' | '4g'

export interface Truth {
  readonly in2020: CoverageState
  readonly in2021: CoverageState
}

/** By the plan's strict count a station this near reached a part of a village that had "2G only". */
const partialMetres = 2300
/** Without a village being stated otherwise, 4G of 2020 covered it from this near. */
const clear4gMetres = 1800

export function toFibreTruth(target: Target, index: number): Truth {
  const lack = index % 11 === 3 ? 'partial' : 'not_covered'
  return {
    in2020: target.fibre2020 ? 'covered' : lack,
    in2021: target.fibre2021 ? 'covered' : lack,
  }
}

export function toMobileTruth(target: Target, technology: MobileTechnology, reach: Reach): Truth {
  if (technology === '2g')
    return {
      in2020: target.mobile2020 === 'nothing' ? 'not_covered' : 'covered',
      in2021: target.mobile2021 === 'nothing' ? 'not_covered' : 'covered',
    }
  const before = reach.nearest(technology, figures.end_of_2020.on)
  return technology === '3g' ? to3g(target, before, reach) : to4g(target, before)
}

function to3g(target: Target, before: number, reach: Reach): Truth {
  const isPart = target.mobile2020 === 'only-2g' && before < partialMetres
  const in2020 = target.mobile2020 === 'mobile' ? 'covered' : isPart ? 'partial' : 'not_covered'
  const isFar = reach.nearest('3g', figures.middle_of_2021.on) > reachMetres
  const isCovered = target.mobile2021 === '3g' || (target.mobile2021 === '4g' && !isFar)
  return { in2020, in2021: isCovered || in2020 === 'covered' ? 'covered' : in2020 }
}

function to4g(target: Target, before: number): Truth {
  const in2021 = target.gap4g === 'none' ? 'covered' : target.gap4g
  if (in2021 !== 'covered') return { in2020: in2021 === 'partial' ? 'not_covered' : in2021, in2021 }
  if (target.mobile2020 === 'nothing' || before > reachMetres) return { in2020: 'not_covered', in2021 }
  const isClear = target.mobile2020 === 'mobile' && before < clear4gMetres
  return { in2020: isClear ? 'covered' : before < partialMetres ? 'partial' : 'not_covered', in2021 }
}
