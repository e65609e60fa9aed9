/** How far is a file, and what would each of its rows do? */

export const importStates = [
  /** Being read and compared. */
  'reading',
  /** Read; nothing is written yet. */
  'checked',
  /** Could not be read, or its reading was interrupted. */
  'failed',
  /** A carrier’s list waits for the Sở. */
  'proposed',
  'returned',
  'applied',
  /** Applied, and put back as a whole. */
  'undone',
  'cancelled',
] as const
export type ImportState = (typeof importStates)[number]

export const importSteps = ['waiting', 'reading', 'understanding', 'comparing', 'writing'] as const
export type ImportStep = (typeof importSteps)[number]

/** `asking`: waits for an answer. `refused`: has an error, or somebody left it out. */
export const rowStatuses = ['new', 'changed', 'unchanged', 'conflicting', 'asking', 'refused'] as const
export type RowStatus = (typeof rowStatuses)[number]

/** Why a row that can be read is not applied unless somebody accepts it. */
export const conflictCodes = [
  /** Somebody has corrected the record since the sender’s last list, which said the same as this one. */
  'corrected_since',
  /** Two rows say different things of one record. */
  'twice_in_file',
  /** The position lies in another commune than the one named. */
  'outside_commune',
  /** Another site stands within 20 m. */
  'near_site',
  /** More than a kilometre from where it stands now. */
  'moved_far',
  /** The record is another carrier’s. */
  'other_carrier',
] as const
export type ConflictCode = (typeof conflictCodes)[number]
