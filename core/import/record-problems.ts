/** What can be wrong with a row that only the records or its other values show? */
export const recordProblemCodes = [
  /** A new record needs it; `field`. */
  'value_missing',
  /** `expected`: what the field takes. */
  'value_unfit',
  /** Outside the province. */
  'position_outside',
  'unit_not_found',
  'village_not_found',
  /** The village ended before the day that the row speaks of. */
  'village_ended',
  'source_not_found',
  'day_invalid',
  'day_in_future',
  /** A share of households is said of what is partly covered. */
  'share_without_partial',
  /** A carrier's list speaks of another's. */
  'carrier_not_own',
  /** A carrier says what it offers; what is measured and found the Sở says. */
  'basis_not_allowed',
  /** `row`: the one that counts. */
  'row_repeated',
  /** The shape is of another kind; `expected`. */
  'geometry_unfit',
  /** Warning: the length that is stated is more than a fifth off the drawn line; `expected`: metres of the line. */
  'length_differs',
  /** A row of an act that is there already: what was printed is not changed. */
  'row_fixed',
  /** A person said that a name in the row is none of those that are known. */
  'answered_none',
] as const
export type RecordProblemCode = (typeof recordProblemCodes)[number]
