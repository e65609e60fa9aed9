/** What is told of an import, and what may its reader do with it now? */
import type { ImportRecord } from '../../core/api/imports.ts'
import { carrierNouns } from '../../core/import/nouns.ts'
import type { Actor } from '../../core/permissions.ts'
import type { EarlierImport, KeptImport } from '../db/imports/imports.ts'
import type { JobProgress } from './import-jobs.ts'

interface Told {
  readonly actor: Actor
  /** Null: nothing of it is running. */
  readonly progress: JobProgress | null
  readonly earlier: EarlierImport | null
}

export function toImportRecord(kept: KeptImport, { actor, progress, earlier }: Told): ImportRecord {
  const { found, choices, check, fault } = kept
  // Reading that no job goes on with was interrupted: the server was stopped.
  const isInterrupted = kept.state === 'reading' && progress === null
  const state = isInterrupted ? 'failed' : progress === null ? kept.state : 'reading'
  const accepted = choices.accepted ?? []
  return {
    id: kept.id,
    noun: kept.noun,
    sender: kept.sender,
    carrier_code: kept.carrier_code,
    file_name: kept.file_name,
    bytes: kept.bytes,
    format: found.format ?? null,
    encoding: found.encoding ?? null,
    state,
    progress: progress === null ? null : { ...progress },
    fault: isInterrupted
      ? { code: 'interrupted', params: {} }
      : fault === null
        ? null
        : { ...fault, params: { ...fault.params } },
    notes: (found.notes ?? []).map((note) => ({ ...note })),
    tables: (found.tables ?? []).map((table) => ({ ...table })),
    table: found.table ?? null,
    mapping: toMapping(found.mapping ?? null),
    suggested_noun: toSuggested(found.suggested_noun ?? null, actor),
    counts: check === null ? null : { ...check.counts },
    question_count: check?.questions.length ?? 0,
    conflicts: (check?.conflicts ?? []).map((conflict) => ({
      ...conflict,
      accepted: accepted.includes(conflict.code),
    })),
    retire_missing: choices.retire_missing === true,
    earlier: earlier === null ? null : { ...earlier },
    created_by: kept.created_by,
    created_at: kept.created_at,
    checked_at: check?.checked_at ?? null,
    applied_at: kept.applied_at,
    batch_id: kept.batch_id,
    reason: kept.reason,
    version: kept.version,
    may: listMay({ ...kept, state }, actor, progress !== null),
  }
}

function toMapping(mapping: KeptImport['found']['mapping'] | null): ImportRecord['mapping'] {
  if (mapping === null || mapping === undefined) return null
  return {
    header_rows: [...mapping.header_rows],
    columns: mapping.columns.map((column) => ({ ...column })),
    constants: { ...mapping.constants },
  }
}

/** A carrier is told of what it may send. */
function toSuggested(noun: ImportRecord['suggested_noun'], { role }: Actor): ImportRecord['suggested_noun'] {
  return noun !== null && (role !== 'carrier' || carrierNouns.includes(noun)) ? noun : null
}

type May = ImportRecord['may'][number]

function listMay({ state }: Pick<KeptImport, 'state'>, { role }: Actor, isRunning: boolean): May[] {
  if (isRunning) return ['cancel']
  const isCarrier = role === 'carrier'
  const ofState: Partial<Record<KeptImport['state'], readonly May[]>> = {
    checked: isCarrier ? ['change', 'propose', 'cancel'] : ['change', 'apply', 'cancel'],
    failed: ['change', 'cancel'],
    returned: isCarrier ? ['change', 'cancel'] : ['cancel'],
    proposed: isCarrier ? ['cancel'] : ['change', 'apply', 'return'],
    applied: isCarrier ? [] : ['undo'],
  }
  return [...(ofState[state] ?? [])]
}
