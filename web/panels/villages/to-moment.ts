/** When was it, as read in Việt Nam? */
import type { Language } from '../../i18n/i18n.ts'

export function toMoment(iso: string, language: Language): string {
  return new Date(iso).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  })
}
