/** Comparisons that people ask for again and again, one press each. */
import { useMemo } from 'react'
import type { Assignment } from '../../../core/inventory/assignments.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { listPresets, toComparedDays, type Preset } from '../../state/compare-slice.ts'
import { useApp } from '../../state/store.ts'

export function Presets() {
  const { p } = usePartWords('time')
  const question = useApp((state) => state.question)
  const today = useApp((state) => state.today)
  const observed = useApp((state) => state.observed_days)
  const carriers = useTwoCarriers()
  const presets = listPresets(question, { carriers, days: toComparedDays(observed, today) })
  return (
    <div className="compare-presets" role="group" aria-label={p('compare.presets')}>
      {presets.map((preset) => (
        <PresetButton key={preset.name} preset={preset} />
      ))}
    </div>
  )
}

function PresetButton({ preset }: { readonly preset: Preset }) {
  const { p, formats } = usePartWords('time')
  const carriers = useApp((state) => state.province?.carriers)
  const { question, compared } = preset.sides
  const toName = (code: string | null | undefined) => carriers?.find((one) => one.code === code)?.name ?? ''
  const toDay = (day: string | null | undefined) => (day == null ? '' : formats.date(day))
  const toSide = preset.name === 'carriers' ? toName : toDay
  const field = preset.name === 'carriers' ? 'carrier' : 'as_of'
  return (
    <button type="button" className="compare-preset" onClick={() => useApp.setState(preset.sides)}>
      {p(`compare.preset.${preset.name}`, { a: toSide(question[field]), b: toSide(compared?.[field]) })}
    </button>
  )
}

/** Those to whom the most villages are assigned: between them people compare. */
function useTwoCarriers(): readonly [string, string] | null {
  const carriers = useApp((state) => state.province?.carriers)
  const assignments = useApp((state) => state.sources.assignments)
  return useMemo(() => {
    const count = (code: string) =>
      (assignments?.features ?? []).filter(
        ({ properties }) => (properties as Assignment).carrier_code === code,
      ).length
    const [first, second] = (carriers ?? [])
      .map(({ code }) => ({ code, count: count(code) }))
      .sort((a, b) => b.count - a.count)
    return first === undefined || second === undefined ? null : [first.code, second.code]
  }, [carriers, assignments])
}
