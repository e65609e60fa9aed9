/** Over which time does the slider run for the question on screen? */
import { useEffect, useMemo, useState } from 'react'
import { canReadColumn } from '../../../core/permissions.ts'
import type { StationMonths } from '../../../core/api/station-months.ts'
import { call } from '../../api.ts'
import { engine } from '../../engine.ts'
import { getRole } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { toTimeLine, type TimeLine } from '../../state/time-line.ts'
import type { ObservedDay } from '../../workers/history.ts'

const noStations: StationMonths['months'] = []
const nothingAdmitted: readonly ObservedDay[] = []

/** Null until the worker has its statements, and where there are none. */
export function useTimeLine(): TimeLine | null {
  const observed_days = useApp((state) => state.observed_days)
  const today = useApp((state) => state.today)
  const admitted = useAdmittedDays(observed_days)
  const stations = useStationMonths()
  return useMemo(
    () => toTimeLine({ observed_days, admitted, stations, today }),
    [observed_days, admitted, stations, today],
  )
}

/** Counted anew for another question, and when the worker was given other statements. */
function useAdmittedDays(observed_days: readonly string[]): readonly ObservedDay[] {
  const [days, setDays] = useState(nothingAdmitted)
  const service = useApp((state) => state.question.service)
  const carrier = useApp((state) => state.question.carrier)
  const basis = useApp((state) => state.question.basis)
  useEffect(() => {
    if (observed_days.length === 0) return
    let isWanted = true
    void engine.countDays({ service, carrier, basis }).then((counted) => isWanted && setDays(counted))
    return () => {
      isWanted = false
    }
  }, [observed_days, service, carrier, basis])
  return days
}

/** Of the stations on the map, where the reader may know since when they are on air. */
function useStationMonths(): StationMonths['months'] {
  const [months, setMonths] = useState(noStations)
  const role = useApp(getRole)
  const isShown = useApp(({ visible }) => visible.includes('sites') || visible.includes('generator-sites'))
  const isTold = isShown && canReadColumn(role, 'stations', 'on_air_on')
  useEffect(() => {
    if (!isTold) return
    const leaving = new AbortController()
    call('listStationMonths', { signal: leaving.signal }).then(
      (answer) => setMonths(answer.months),
      // The slider then runs over the statements alone.
      () => setMonths(noStations),
    )
    return () => leaving.abort()
  }, [isTold, role])
  return isTold ? months : noStations
}
