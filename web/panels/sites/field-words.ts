/** How are a field of a site and its value read out? */
import type { TFunction } from 'i18next'
import { useCallback, useMemo } from 'react'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'

export interface FieldWords {
  /** `Tên trạm`; of a station with its carrier where the form knows it. */
  readonly nameOf: (path: string) => string
  readonly valueOf: (path: string, value: unknown) => string
}

export function toFieldName(path: string): string {
  return path.split('.').at(-1) ?? path
}

export function useFieldWords(): FieldWords {
  const words = usePartWords('editing')
  const carriers = useApp((state) => state.province?.carriers)
  const communes = useApp((state) => state.sources.communes)
  const { p } = words
  const nameOf = useCallback((path: string) => getFieldText(p, toFieldName(path)), [p])
  const names = useMemo(
    () =>
      new Map([
        ...(carriers ?? []).map(({ code, name }) => [`carrier ${code}`, name] as const),
        ...(communes?.features ?? []).map(
          ({ properties }) => [`commune ${properties?.['code']}`, String(properties?.['name'])] as const,
        ),
      ]),
    [carriers, communes],
  )
  const valueOf = useCallback(
    (path: string, value: unknown) => toValueText(words, { field: toFieldName(path), value, names }),
    // The words change with the language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [words.language, names],
  )
  return { nameOf, valueOf }
}

function getFieldText(p: TFunction<'editing'>, field: string): string {
  return p(`fields.${field}` as 'fields.name', { defaultValue: field })
}

interface Said {
  readonly field: string
  readonly value: unknown
  readonly names: ReadonlyMap<string, string>
}

function toValueText({ t, p, formats }: PartWords<'editing'>, { field, value, names }: Said): string {
  if (value === null || value === undefined || value === '') return p('confirm.nothing')
  if (typeof value === 'boolean') return value ? p('choices.yes') : p('choices.no')
  if (Array.isArray(value)) return value.join(', ') || p('confirm.nothing')
  if (field === 'lng' || field === 'lat') return formats.coordinate(Number(value))
  if (typeof value === 'number') return formats.decimal(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (field.endsWith('_on')) return formats.date(text)
  if (field === 'owner_code' || field === 'carrier_code') return names.get(`carrier ${text}`) ?? text
  if (field === 'commune_code') return names.get(`commune ${text}`) ?? text
  if (field === 'technology') return text.toUpperCase()
  if (field === 'power_source') return t(`site.powers.${text}` as 'site.powers.grid', { defaultValue: text })
  if (field === 'backhaul')
    return t(`site.backhauls.${text}` as 'site.backhauls.fibre', { defaultValue: text })
  if (field === 'status') return t(`site.statuses.${text}` as 'site.statuses.live', { defaultValue: text })
  if (field === 'visibility')
    return p(`choices.visibility.${text}` as 'choices.visibility.public', { defaultValue: text })
  return text
}
