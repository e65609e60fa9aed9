/** How are alerts listed? By the day on which one was told, within it by kind: many of one kind are one line to open. */
import type { AlertKind } from '../../core/alerts/kinds.ts'
import type { AlertRecord } from '../../core/api/alerts.ts'
import { toVietnamDate } from '../../core/dates.ts'

export interface AlertDay {
  /** ISO day in Việt Nam. */
  readonly day: string
  readonly kinds: readonly { readonly kind: AlertKind; readonly alerts: readonly AlertRecord[] }[]
}

/** In the order of the list: the latest first. */
export function toAlertDays(alerts: readonly AlertRecord[]): AlertDay[] {
  const days = new Map<string, Map<AlertKind, AlertRecord[]>>()
  for (const alert of alerts) {
    const day = toVietnamDate(new Date(alert.made_at))
    const kinds = days.get(day) ?? new Map<AlertKind, AlertRecord[]>()
    kinds.set(alert.kind, [...(kinds.get(alert.kind) ?? []), alert])
    days.set(day, kinds)
  }
  return [...days].map(([day, kinds]) => ({
    day,
    kinds: [...kinds].map(([kind, told]) => ({ kind, alerts: told })),
  }))
}
