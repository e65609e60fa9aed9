/** What of the open list goes into a file? Its villages in their order, its columns, and what it is the list of. */
import type { Found, Near } from '../../../core/gaps/surroundings.ts'
import type { Province } from '../../../core/api/province.ts'
import type { ExportColumn, ExportTable } from '../../export/export-table.ts'
import type { OpenGapList } from '../../hooks/use-gap-list.ts'
import type { PartWords } from '../../hooks/use-part-words.ts'
import type { GapRow } from '../../state/gap-rows.ts'
import { toShownDate, type AskedQuestion } from '../../state/question-slice.ts'
import { isCarrierColumn, type ListColumn } from '../../state/list-view.ts'
import { toCellText, toColumnTitle, type CarrierNames } from './cell-text.ts'
import { toRuleWords, toScopeName, toStateNames, toGroupName, type GroupNames } from './list-words.ts'

type Words = PartWords<'gaps'>
type Value = string | number | null

export interface ExportFacts {
  readonly province: Province
  readonly question: AskedQuestion
  /** ISO day. */
  readonly today: string
  readonly names: GroupNames
}

interface Writer extends ExportColumn {
  readonly read: (row: GapRow) => Value
}

/** Whatever columns are on screen, a file says where each village lies and how it stands. */
export function toExportTable(open: OpenGapList, facts: ExportFacts, words: Words): ExportTable {
  const { list, view, answer } = open
  const { t, p } = words
  const always: readonly ListColumn[] = ['state', 'commune', 'district', 'people', 'households', 'blockers']
  const chosen = [...new Set([...always, ...view.columns])]
  const groupOf = toGroupLookup(open)
  const writers: Writer[] = [
    { title: p('columns.name'), kind: 'text', width: 24, read: ({ name }) => name },
    ...(groupOf === null
      ? []
      : [
          {
            title: p('export_group'),
            kind: 'text' as const,
            width: 30,
            read: ({ id }: GapRow) => toGroupName(groupOf.get(id) ?? 'none', facts.names, words),
          },
        ]),
    ...chosen.flatMap((column) => toWriters(column, words, facts.names.carriers)),
  ]
  const { service } = answer.view.question
  return {
    title: p('export_title', {
      has: t(`services.${service}.name`),
      scope: toScopeName(view.scope, open.scope, words),
    }),
    file_name: `${p('title')} ${t(`services.${service}.short`)} ${toScopeName(view.scope, open.scope, words)}`,
    notes: toNotes(open, facts, words),
    columns: writers.map(({ read: _read, ...column }) => column),
    rows: list.rows.map((row) => writers.map(({ read }) => read(row))),
  }
}

function toGroupLookup({ list }: OpenGapList): ReadonlyMap<number, string> | null {
  if (list.groups === null) return null
  return new Map(list.groups.flatMap(({ key, rows }) => rows.map(({ id }) => [id, key] as const)))
}

function toNotes(open: OpenGapList, facts: ExportFacts, words: Words): string[] {
  const { p, t, formats } = words
  const { answer, scope, view } = open
  const { province, question, today } = facts
  const { service, basis, as_of } = answer.view.question
  const carrier = province.carriers.find(({ code }) => code === question.carrier)?.name
  const asked = [
    t(`services.${service}.name`),
    carrier ?? t('question.all_carriers'),
    t(`bases.${basis}`),
    t('question.until', { date: formats.date(as_of) }),
    ...(question.power === 'any' ? [] : [t(`powers.${question.power}`)]),
    ...(question.assigned === 'any' ? [] : [t(`assigneds.${question.assigned}`)]),
  ]
  const share = scope?.share
  return [
    p('export_question', { question: asked.join(' · ') }),
    ...(share === undefined
      ? []
      : [
          p('export_share', {
            percent: share.percent === null ? '–' : formats.percent(share.percent),
            covered: formats.integer(share.covered),
            total: t(`counted.${answer.view.weight}`, {
              count: share.total,
              n: formats.integer(share.total),
            }),
            has: t(`services.${service}.has`),
            partial: formats.integer(share.partial),
            not_covered: formats.integer(share.not_covered),
            unknown: formats.integer(share.unknown),
          }),
        ]),
    p('export_states', { states: toStateNames(view.states, words) }),
    p('export_rule', { rule: toRuleWords(view.rule, words) }),
    p('export_source', {
      date: formats.date(toShownDate(question, province, today)),
      source: province.data.title ?? '–',
    }),
  ]
}

/** A distance is written in km beside its bearing, so that it can be counted with. */
function toWriters(column: ListColumn, words: Words, carriers: CarrierNames): Writer[] {
  const title = toColumnTitle(column, words, carriers)
  const text: Writer = {
    title,
    kind: 'text',
    width: 18,
    read: (row) => toCellText(row, column, words, carriers).text,
  }
  if (isCarrierColumn(column)) {
    return toDistances(title, words, (row) => findSite(row, column.slice('site-'.length)))
  }
  switch (column) {
    case 'people':
    case 'households':
      return [{ title, kind: 'integer', width: 10, read: (row) => row[column] }]
    case 'blockers':
      return [
        {
          ...text,
          width: 28,
          read: (row) => row.blockers.map((one) => words.t(`blockers.${one}`)).join(', '),
        },
      ]
    case 'site':
      return [
        {
          title: words.p('export_what', { title }),
          kind: 'text',
          width: 14,
          read: (row) => {
            const code = findSite(row, null)
            return typeof code === 'object' && code !== null && 'carrier_code' in code
              ? (carriers.get(String(code.carrier_code)) ?? String(code.carrier_code))
              : toCellText(row, column, words, carriers).text
          },
        },
        ...toDistances(title, words, (row) => findSite(row, null)),
      ]
    case 'shareable':
    case 'fibre':
      return [
        ...toDistances(title, words, ({ surroundings }) =>
          surroundings === null || surroundings === 'unplaced' ? null : surroundings[column],
        ),
      ]
    case 'due':
      return [
        {
          ...text,
          kind: 'date',
          width: 14,
          read: (row) => row.due_on ?? toCellText(row, column, words, carriers).text,
        },
      ]
    case 'overdue':
      return [{ title, kind: 'integer', width: 12, read: ({ days_overdue }) => days_overdue }]
    default:
      return [text]
  }
}

function findSite({ surroundings }: GapRow, code: string | null): Found<Near> | null {
  if (surroundings === null || surroundings === 'unplaced') return null
  const { sites } = surroundings
  if (typeof sites === 'string') return sites
  return (code === null ? sites[0] : sites.find(({ carrier_code }) => carrier_code === code)) ?? 'none'
}

function toDistances(title: string, { p }: Words, find: (row: GapRow) => Found<Near> | null): Writer[] {
  const read =
    (toValue: (near: Near) => number | null) =>
    (row: GapRow): Value => {
      const near = find(row)
      if (near === null) return null
      if (near === 'none') return p('no_such')
      return near === 'hidden' ? p('not_shown') : toValue(near)
    }
  return [
    {
      title: p('export_distance', { title }),
      kind: 'decimal',
      width: 12,
      read: read(({ distance_m }) => Math.round(distance_m / 10) / 100),
    },
    {
      title: p('export_bearing', { title }),
      kind: 'integer',
      width: 12,
      read: read(({ bearing_deg }) => (bearing_deg === null ? null : Math.round(bearing_deg) % 360)),
    },
  ]
}
