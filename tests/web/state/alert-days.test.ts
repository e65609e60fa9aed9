import { describe, expect, it } from 'vitest'
import type { AlertRecord } from '../../../core/api/alerts.ts'
import { toAlertDays } from '../../../web/state/alert-days.ts'

const toAlert = (id: number, kind: AlertRecord['kind'], made_at: string): AlertRecord => ({
  id,
  kind,
  made_at,
  milestone: null,
  days: null,
  due_on: null,
  read_at: null,
  is_settled: false,
  carrier_code: 'alpha',
  assignment_id: id,
  challenge_id: null,
  challenge_state: null,
  village_id: null,
  village_name: null,
  commune_name: null,
  reason: null,
  site_id: null,
  site_name: null,
  technology: null,
  power_source: null,
})

describe('alerts by day and kind', () => {
  it('stand under the day in Việt Nam, the latest first, each kind together', () => {
    const alerts = [
      toAlert(4, 'overdue', '2026-11-24T18:00:00Z'),
      toAlert(3, 'returned', '2026-11-24T16:59:00Z'),
      toAlert(2, 'overdue', '2026-11-24T02:00:00Z'),
      toAlert(1, 'returned', '2026-11-24T01:00:00Z'),
    ]
    const days = toAlertDays(alerts).map(({ day, kinds }) => [
      day,
      kinds.map(({ kind, alerts: told }) => [kind, told.map(({ id }) => id)]),
    ])
    expect(days).toEqual([
      ['2026-11-25', [['overdue', [4]]]],
      [
        '2026-11-24',
        [
          ['returned', [3, 1]],
          ['overdue', [2]],
        ],
      ],
    ])
    expect(toAlertDays([])).toEqual([])
  })
})
