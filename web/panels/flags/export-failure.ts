/** How does what a failure takes away leave the page? One line for each village, a column for each service. */
import { lostServices } from '../../../core/gaps/if-fails.ts'
import type { AnsweredFailure } from '../../ask-if-fails.ts'
import type { ExportTable } from '../../export/export-table.ts'
import type { PartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures, getVillageFeatures } from '../../state/units.ts'
import { listAssumptions } from './failure-assumptions.tsx'

interface NamedFailure {
  readonly answered: AnsweredFailure
  /** Of what fails. */
  readonly name: string
}

export function toFailureTable(words: PartWords<'flags'>, { answered, name }: NamedFailure): ExportTable {
  const { p, formats } = words
  const { sources, province } = useApp.getState()
  const villages = new Map(getVillageFeatures(sources.villages).map((village) => [village.id, village]))
  const { answer, as_of } = answered
  const text = (title: string) => ({ title, kind: 'text' as const })
  const count = (title: string) => ({ title, kind: 'integer' as const })
  return {
    title: `${p('fails.title')} ${name}`,
    file_name: `neu-hong-${name}`,
    notes: [
      `${p('fails.estimate')}: ${p('fails.estimate_text', { date: formats.date(as_of) })}`,
      ...listAssumptions(words, answered, province?.data.is_sample === true ? 'sample' : 'real'),
    ],
    columns: [
      text(p('export_columns.code')),
      text(p('export_columns.village')),
      text(p('export_columns.district')),
      text(p('export_columns.commune')),
      count(p('fails.people')),
      count(p('fails.households')),
      ...lostServices.map((service) => text(p(`fails.services.${service}`))),
    ],
    rows: answer.villages.map(({ id, losses }) => {
      const village = villages.get(id)?.properties
      const left = (service: (typeof lostServices)[number]) =>
        losses.find((loss) => loss.service === service)?.left ?? null
      return [
        village?.code ?? String(id),
        village?.name ?? '',
        toUnitName('districts', village?.district_code),
        toUnitName('communes', village?.commune_code),
        village?.population ?? null,
        village?.households ?? null,
        ...lostServices.map((service) => {
          const found = left(service)
          return found === null ? null : p(`fails.columns.${found === 'nothing' ? 'lost' : 'partial'}`)
        }),
      ]
    }),
  }
}

function toUnitName(layer: 'districts' | 'communes', code: string | undefined): string {
  const units = getUnitFeatures(useApp.getState().sources[layer])
  return units.find(({ properties }) => properties.code === code)?.properties.name ?? code ?? ''
}
