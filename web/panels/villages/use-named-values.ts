/** What does a code in a village's history mean? A commune, a district, a source, a kind or a road by name; a day as it is written. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useUnitNames } from '../../hooks/use-unit-names.ts'
import { useApp } from '../../state/store.ts'

/** Null: the value reads as it is. */
export function useNamedValues(): (field: string, value: string) => string | null {
  const { t, p, formats } = usePartWords('villages')
  const sources = useApp((state) => state.province?.sources)
  const toUnitName = useUnitNames()
  return (field, value) => {
    switch (field) {
      case 'district_code':
      case 'commune_code':
      case 'commune_2025_code':
      case 'commune_pin': {
        const name = toUnitName(field, value)
        return name === null ? value : p('history.place_of', { name, code: value })
      }
      case 'source_code':
        return sources?.find(({ code }) => code === value)?.title ?? value
      case 'kind':
        return t(`village.kind.${value}` as 'village.kind.ban', { defaultValue: value })
      case 'road_access':
        return t(`village.roads.${value}` as 'village.roads.car', { defaultValue: value })
      case 'located_by':
        return p(`history.located_by.${value}` as 'history.located_by.pin', { defaultValue: value })
      default:
        return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.date(value) : null
    }
  }
}
