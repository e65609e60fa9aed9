/** How is each kind of facility drawn? One path each, in a square of 14, that the map and its legends fill alike. */
import type { FacilityKind } from '../../core/inventory/facilities.ts'

export const facilitySymbols: Readonly<Record<FacilityKind, string>> = {
  office: 'M3.9 10.7V4.6L7 3l3.1 1.6v6.1H8V8.3H6v2.4Z',
  post_office: 'M3 4.2h8L7 7.3Z M3 5.4 7 8.5l4-3.1v4.4H3Z',
  school: 'M1.9 6 7 3.6 12.1 6 7 8.4Z M4.2 7.9 7 9.2l2.8-1.3v2L7 11.2 4.2 9.9Z',
  clinic: 'M5.7 3.2h2.6v2.5h2.5v2.6H8.3v2.5H5.7V8.3H3.2V5.7h2.5Z',
  public_wifi:
    'M7 11 8.6 9.1a2.1 2.1 0 0 0-3.2 0Z M4.6 8.2a3.2 3.2 0 0 1 4.8 0l.9-1.1a4.7 4.7 0 0 0-6.6 0Z ' +
    'M2.9 6.2a5.8 5.8 0 0 1 8.2 0l.8-1a7 7 0 0 0-9.8 0Z',
  other: 'M7 4.6a2.4 2.4 0 1 0 .01 0Z',
}

/** In the order of a legend. */
export const facilityKindsDrawn = Object.keys(facilitySymbols) as readonly FacilityKind[]
