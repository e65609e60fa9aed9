/** How is an angle written in degrees, minutes and seconds? 21°23′09,6″. */

export interface Dms {
  readonly degrees: number
  readonly minutes: number
  readonly seconds: number
}

/** Seconds are rounded before they are carried, so that no angle reads 59′60″. The sign is left to the letter. */
export function toDms(angle_deg: number, decimals: number): Dms {
  const scale = 10 ** decimals
  const units = Math.round(Math.abs(angle_deg) * 3600 * scale)
  const perMinute = 60 * scale
  return {
    degrees: Math.floor(units / (60 * perMinute)),
    minutes: Math.floor(units / perMinute) % 60,
    seconds: (units % perMinute) / scale,
  }
}

/** `decimalMark` as the language has it. */
export function formatDms(angle_deg: number, decimals: number, decimalMark: ',' | '.'): string {
  const { degrees, minutes, seconds } = toDms(angle_deg, decimals)
  const width = decimals === 0 ? 2 : 3 + decimals
  const written = seconds.toFixed(decimals).padStart(width, '0').replace('.', decimalMark)
  return `${degrees}°${String(minutes).padStart(2, '0')}′${written}″`
}
