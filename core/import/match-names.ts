/** Whom and what does a list name? All searches for names of one reading, with the answers that people have given. */
import { makeCarrierMatcher } from './names/match-carriers.ts'
import { makeCodeMatcher } from './names/match-codes.ts'
import { makeUnitMatcher, type UnitMatcher } from './names/match-units.ts'
import { makeVillageMatcher, type VillageMatcher } from './names/match-villages.ts'
import type { Answers, Match } from './names/match.ts'
import type { Known, KnownCarrier, KnownCode } from './known.ts'

export interface NameMatcher extends UnitMatcher, VillageMatcher {
  readonly matchCarrier: (text: string) => Match<KnownCarrier>
  readonly matchCode: (of: 'act' | 'indicator' | 'mast_kind' | 'source', text: string) => Match<KnownCode>
}

/** @param day ISO day of which the list speaks; communes that begin later are not meant */
export function makeNameMatcher(known: Known, answers: Answers, day: string = known.today): NameMatcher {
  const codes = {
    act: makeCodeMatcher(known.acts, 'act', answers),
    indicator: makeCodeMatcher(known.indicators, 'indicator', answers),
    mast_kind: makeCodeMatcher(known.mast_kinds, 'mast_kind', answers),
    source: makeCodeMatcher(known.sources, null, answers),
  }
  return {
    ...makeUnitMatcher(known, answers, day),
    ...makeVillageMatcher(known, answers),
    matchCarrier: makeCarrierMatcher(known.carriers, answers),
    matchCode: (of, text) => codes[of](text),
  }
}
