/** Of what may a file hold rows? */

/** In the order in which a province brings its data in; the name is the table's. */
export const importNouns = [
  'admin_units',
  'villages',
  'sites',
  'village_services',
  'cable_routes',
  'facilities',
  'assignments',
  'indicator_values',
  'speed_results',
] as const
export type ImportNoun = (typeof importNouns)[number]

/** What a carrier may send: lists of its own. */
export const carrierNouns: readonly ImportNoun[] = ['sites', 'village_services', 'cable_routes']

export function isImportNoun(text: string): text is ImportNoun {
  return (importNouns as readonly string[]).includes(text)
}
