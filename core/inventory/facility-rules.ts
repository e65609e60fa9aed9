/** Can a facility be kept like this? */
import { facilityKinds } from './facilities.ts'
import type { FacilityDraft } from './facility-snapshot.ts'
import { findMissing, findNotOf, findOutOfRange, keepFound, type RecordProblem } from './record-problem.ts'

/** Where it lies, only the database knows: `locateMany`. */
export type JudgedFacility = Pick<FacilityDraft, 'code' | 'name' | 'kind' | 'lng' | 'lat'>

export function listFacilityProblems(facility: JudgedFacility): RecordProblem[] {
  return keepFound([
    findMissing('code', facility.code),
    findMissing('name', facility.name),
    findNotOf('kind', facility.kind, facilityKinds),
    findOutOfRange('lng', facility.lng, [-180, 180]),
    findOutOfRange('lat', facility.lat, [-90, 90]),
  ])
}
