/** Which part of `Xã Sam Mứn, huyện Điện Biên, tỉnh Điện Biên` is the commune, which the huyện? */
import { toSearchText } from '../../text.ts'
import type { KnownUnit } from '../known.ts'
import { toNameKeys } from './name-keys.ts'
import type { Named } from './rank-names.ts'

const separators = /\s*[,;()/]\s*|\s+[-–]\s+/
const ofDistrict = /^(?:huyen|h|thanh pho|tp|thi xa|tx)\s/
const ofProvince = /^(?:tinh|t)\s/

export function splitUnitText(
  text: string,
  districts: readonly Named<KnownUnit>[],
): { readonly commune: string; readonly district: string } {
  const parts = text.split(separators).filter((part) => part !== '' && !ofProvince.test(toSearchText(part)))
  const [commune = text, ...others] = parts
  const named = others.find((part) => ofDistrict.test(toSearchText(part)))
  if (named !== undefined) return { commune, district: named }
  const bare = others.find((part) => isDistrict(part, districts))
  return { commune, district: bare ?? '' }
}

function isDistrict(text: string, districts: readonly Named<KnownUnit>[]): boolean {
  const keys = toNameKeys(text, 'unit')
  return districts.some(({ keys: known }) =>
    known.flat().some(({ folded }) => keys.some((key) => key.folded === folded)),
  )
}
