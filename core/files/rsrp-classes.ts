/** How strong is what a drive test measured, in words and colours? One scale for all technologies, in dBm of RSRP. */

/** From the strongest; a class reaches from its value upwards. */
export const rsrpClasses = [
  { name: 'strong', from_dbm: -85 },
  { name: 'good', from_dbm: -95 },
  { name: 'fair', from_dbm: -105 },
  { name: 'weak', from_dbm: -115 },
  { name: 'none', from_dbm: Number.NEGATIVE_INFINITY },
] as const

export type RsrpClass = (typeof rsrpClasses)[number]['name']

export function toRsrpClass(rsrp_dbm: number): RsrpClass {
  return rsrpClasses.find(({ from_dbm }) => rsrp_dbm >= from_dbm)?.name ?? 'none'
}
