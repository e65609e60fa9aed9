/** Which stations are on air on a day? */
import type { Bind } from './sql-parameters.ts'

/**
 * SQL for a row `t` of `visible_stations`. A station without dates is on air as long as its site is live; one that went off is
 * off on that day; a retired site has nothing on air though nobody noted when it went. Of a station that the reader sees only
 * because it is on air today, no other day is told.
 */
export function isOnAir(bind: Bind, as_of: string): string {
  const day = bind(as_of, 'date')
  return `(t.access = 'public' or (
      coalesce(t.on_air_on <= ${day}, t.site_status = 'live')
      and coalesce(t.off_air_on > ${day}, t.site_status <> 'retired')))`
}
