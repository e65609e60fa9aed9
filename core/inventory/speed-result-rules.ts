/** Can an i-Speed result be kept like this, and is it plausible? */
import {
  findNoCount,
  findNoDay,
  findNotOf,
  findOutOfRange,
  findReversed,
  keepFound,
  type Finding,
  type RecordProblem,
} from './record-problem.ts'
import type { SpeedResultDraft } from './speed-result-snapshot.ts'
import { hasEnoughSamples, leastSamples, speedNetworks, speedUnitSets } from './speed-results.ts'

/** No line to a house or a phone is faster; kbit/s taken for Mbit/s are. */
const most_mbps = 10_000
const most_ms = 60_000

export type JudgedSpeedResult = Omit<SpeedResultDraft, 'id' | 'source_code' | 'withdrawn_at' | 'is_sample'>

export function listSpeedResultProblems(result: JudgedSpeedResult): RecordProblem[] {
  return keepFound([
    findNotOf('unit_set', result.unit_set, speedUnitSets),
    findNotOf('network', result.network, speedNetworks),
    findNoDay('period_from', result.period_from),
    findNoDay('period_to', result.period_to),
    findReversed('period_to', result.period_from, result.period_to),
    findNoCount('samples', result.samples, 1_000_000_000),
    findOutOfRange('download_mbps', result.download_mbps, [0, most_mbps]),
    findOutOfRange('upload_mbps', result.upload_mbps, [0, most_mbps]),
    findOutOfRange('latency_ms', result.latency_ms, [0, most_ms]),
    findNoFigure(result),
    findTooFew(result),
  ])
}

/** Enough samples and no figure: something was left out. */
function findNoFigure(result: JudgedSpeedResult): Finding {
  if (!hasEnoughSamples(result) || result.download_mbps !== null || result.upload_mbps !== null) return null
  return { level: 'error', code: 'value_missing', field: 'download_mbps', value: null, expected: 'Mbit/s' }
}

function findTooFew(result: JudgedSpeedResult): Finding {
  if (hasEnoughSamples(result)) return null
  return {
    level: 'warning',
    code: 'samples_too_few',
    field: 'samples',
    value: result.samples,
    expected: `≥ ${leastSamples}`,
  }
}
