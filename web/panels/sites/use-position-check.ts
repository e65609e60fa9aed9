/** What is to be said of the position before it is saved? Asked a moment after the last move. */
import { useEffect } from 'react'
import { ApiProblem, call } from '../../api.ts'
import { getForm, getPosition, useSiteSession } from '../../state/site-session.ts'

const pause_ms = 250

export function usePositionCheck(): void {
  const site_id = useSiteSession((session) => session.site_id)
  const lng = useSiteSession((session) => getPosition(getForm(session))?.[0] ?? null)
  const lat = useSiteSession((session) => getPosition(getForm(session))?.[1] ?? null)
  const commune_code = useSiteSession((session) => getForm(session).site.commune_code)
  const version = useSiteSession((session) => session.version)
  useEffect(() => {
    // What was said of another place does not hold here.
    useSiteSession.setState({ check: null })
    if (lng === null || lat === null) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const query = {
        lng,
        lat,
        ...(site_id === null ? {} : { site_id }),
        ...(commune_code === null ? {} : { commune_code }),
      }
      call('checkPosition', { query, signal: stop.signal }).then(
        (check) => useSiteSession.setState({ check }),
        (error: unknown) => {
          if (stop.signal.aborted) return
          if (!(error instanceof ApiProblem)) throw error
          useSiteSession.setState({ problem: error })
        },
      )
    }, pause_ms)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [site_id, lng, lat, commune_code, version])
}
