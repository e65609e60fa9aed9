/** Which village does a row name: by its code, or by its name within its commune? */
import { toError } from '../cell-problems.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { KnownVillage } from '../known.ts'
import type { VillageText } from '../names/match-villages.ts'
import { findText, type FoundText } from './columns.ts'
import type { Context } from './context.ts'
import { addFault, type Draft } from './draft.ts'
import { readUnit, type RowUnit } from './read-unit.ts'

export interface RowVillage {
  readonly village: KnownVillage | null
  readonly unit: RowUnit
  readonly name: FoundText | null
  readonly code: FoundText | null
  readonly state: 'found' | 'new' | 'asked' | 'refused'
  /** Whether a code, the very name, a person or a likeness led to it. */
  readonly by: 'code' | 'exact' | 'answer' | 'likeness' | 'nothing'
}

interface Asked {
  readonly codeField: string
  readonly nameField: string
  readonly expect: VillageText['expect']
}

export function readVillage(
  row: DataRow,
  draft: Draft,
  { context, asked }: { readonly context: Context; readonly asked: Asked },
): RowVillage {
  const code = findText(context.columns, asked.codeField, row)
  const name = findText(context.columns, asked.nameField, row)
  if (code !== null) draft.said.add(asked.codeField)
  if (name !== null) draft.said.add(asked.nameField)
  const known = code === null ? null : context.names.findByCode(code.text)
  // A village whose code is known is where it is: what a list says of its commune is not asked about.
  const unit = known === null || asked.expect === 'known_or_new' ? readUnit(row, draft, context) : noUnit
  const said = { unit, name, code }
  if (known !== null) return { ...said, village: known, state: 'found', by: 'code' }
  if (code !== null && asked.expect === 'known') {
    addFault(draft, toError('village_unknown'), code.place)
    return { ...said, village: null, state: 'refused', by: 'nothing' }
  }
  if (name === null || unit.state === 'asked' || unit.state === 'refused') {
    return { ...said, village: null, state: unit.state === 'asked' ? 'asked' : 'refused', by: 'nothing' }
  }
  return { ...said, ...matchName(name, { draft, context, asked, unit, code }) }
}

const noUnit: RowUnit = { unit: null, district: null, text: '', state: 'unsaid' }

interface Named {
  readonly draft: Draft
  readonly context: Context
  readonly asked: Asked
  readonly unit: RowUnit
  readonly code: FoundText | null
}

type Matched = Pick<RowVillage, 'village' | 'state' | 'by'>

function matchName(name: FoundText, { draft, context, asked, unit, code }: Named): Matched {
  const match = context.names.matchVillage({
    name: name.text,
    unit: unit.unit,
    district: unit.district,
    context: unit.text,
    expect: asked.expect,
    // A code that is not known says that the village is another one, or has been given a new code.
    sure: code === null ? 'silent' : 'ask',
  })
  if (match.type === 'found') {
    const by = match.why === 'exact' ? 'exact' : match.why === 'answer' ? 'answer' : 'likeness'
    return { village: match.record, state: 'found', by }
  }
  if (match.type === 'ask') {
    context.questions.add(draft, match.ask)
    return { village: null, state: 'asked', by: 'nothing' }
  }
  if (match.type === 'new') return { village: null, state: 'new', by: 'nothing' }
  addFault(draft, toError('village_unknown', { commune: unit.text === '' ? null : unit.text }), name.place)
  return { village: null, state: 'refused', by: 'nothing' }
}
