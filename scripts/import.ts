/** `npm run import -- FILE`: a file of rows from the terminal. What it would change is told; `--apply` writes it, `--undo` takes it back. */
import { constants, createReadStream } from 'node:fs'
import { access, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../core/errors.ts'
import { isImportNoun, type ImportNoun } from '../core/import/nouns.ts'
import { conflictCodes, type ConflictCode } from '../core/import/states.ts'
import { anonymous, type Actor } from '../core/permissions.ts'
import { toConfig, type Config } from '../server/config.ts'
import { actAs, withSystem } from '../server/db/act-as.ts'
import type { Database } from '../server/db/database.ts'
import { listImportRows, listProblemRows } from '../server/db/imports/import-rows.ts'
import { insertImport, updateImport, type KeptImport } from '../server/db/imports/imports.ts'
import { storeImport } from '../server/import/import-folder.ts'
import {
  applyImport,
  checkImport,
  getKept,
  undoImport,
  type ImportDesk,
} from '../server/import/import-desk.ts'
import { createImportJobs } from '../server/import/import-jobs.ts'
import { writeProblemSheet } from '../server/import/write-problem-sheet.ts'
import { importEn } from '../server/messages-import-en.ts'
import { importVi, type ImportMessages } from '../server/messages-import-vi.ts'
import { toExplanation } from '../server/messages.ts'
import { withClosedDatabase } from './lib/with-closed-database.ts'

interface Asked {
  readonly file: string | null
  readonly noun: ImportNoun
  readonly sender: string
  readonly table: string | undefined
  readonly constants: Readonly<Record<string, string>>
  readonly accepted: readonly ConflictCode[]
  readonly retire_missing: boolean
  readonly does_apply: boolean
  readonly problems: string | undefined
  readonly undo: number | null
}

const texts: Readonly<Record<Config['language'], ImportMessages>> = { vi: importVi, en: importEn }

/** As whoever owns the database: the audit log says that it was done by this command. */
const actor: Actor = { ...anonymous, role: 'admin', username: 'npm run import' }

const mostTold = 20

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const { language } = toConfig({ LANGUAGE: process.env['LANGUAGE'] })
  const say = texts[language]
  const asked = parse(args)
  if (asked === null) {
    console.error(say.usage)
    return 2
  }
  try {
    const config = toConfig()
    return await withClosedDatabase(config, (db) => run(db, config, asked))
  } catch (error) {
    if (error instanceof AppError && error.code !== 'database_unavailable') {
      console.error(say.refused(error.code, error.params))
      return 1
    }
    console.error(toExplanation(error, language) ?? (error instanceof Error ? error.message : error))
    return 1
  }
}

function parse(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        noun: { type: 'string' },
        sender: { type: 'string' },
        table: { type: 'string' },
        set: { type: 'string', multiple: true },
        accept: { type: 'string', multiple: true },
        'retire-missing': { type: 'boolean' },
        apply: { type: 'boolean' },
        problems: { type: 'string' },
        undo: { type: 'string' },
      },
    })
    const undo = values.undo === undefined ? null : Number(values.undo)
    const [file = null, ...others] = positionals
    const noun = values.noun ?? 'sites'
    const accepted = (values.accept ?? []).filter((code): code is ConflictCode =>
      (conflictCodes as readonly string[]).includes(code),
    )
    const constants = Object.fromEntries(
      (values.set ?? []).map((text) => text.split('=', 2) as [string, string]),
    )
    const isWhole =
      others.length === 0 &&
      (file !== null) !== (undo !== null) &&
      (undo === null || Number.isInteger(undo)) &&
      isImportNoun(noun) &&
      accepted.length === (values.accept ?? []).length &&
      Object.values(constants).every((value) => typeof value === 'string')
    if (!isWhole) return null
    return {
      file,
      noun,
      sender: values.sender ?? '?',
      table: values.table,
      constants,
      accepted,
      retire_missing: values['retire-missing'] === true,
      does_apply: values.apply === true,
      problems: values.problems,
      undo,
    }
  } catch {
    return null
  }
}

async function run(db: Database, config: Config, asked: Asked): Promise<number> {
  const say = texts[config.language]
  const desk: ImportDesk = {
    as: (who) => ({
      ...actAs(db, who, null),
      sign: (client, write) => withSystem(client, who, write),
    }),
    jobs: createImportJobs(),
    uploadsDir: config.uploadsDir,
    report: (error) => console.error(error),
  }
  if (asked.undo !== null) {
    const { version } = await getNow(desk, asked.undo)
    await undoImport(desk, { ...toMove(asked.undo, version), leave_changed: false })
    console.log(say.undone(asked.undo))
    return 0
  }
  try {
    await access(asked.file!, constants.R_OK)
  } catch {
    console.error(say.noFile(asked.file!))
    return 1
  }
  const id = await check(desk, asked)
  const kept = await getNow(desk, id)
  if (kept.state === 'failed') {
    console.error(say.unfit(kept.fault?.code ?? 'internal', kept.fault?.params ?? {}))
    return 1
  }
  await tell(desk, kept, say)
  if (asked.problems !== undefined) await writeProblems(desk, kept, { to: asked.problems, config })
  if (!asked.does_apply) {
    console.log(say.nothingWritten)
    return 0
  }
  await applyImport(desk, toMove(id, kept.version))
  console.log(say.applied(id))
  return 0
}

function getNow(desk: ImportDesk, id: number): Promise<KeptImport> {
  return desk.as(actor).transaction((client) => getKept(client, id, actor))
}

function toMove(id: number, version: number) {
  return { id, version, actor, request_id: `npm run import ${process.pid}` }
}

async function check(desk: ImportDesk, asked: Asked): Promise<number> {
  const stored = await storeImport(desk.uploadsDir, createReadStream(asked.file!))
  const id = await desk.as(actor).transaction(async (client) => {
    const made = await insertImport(client, {
      ...stored,
      noun: asked.noun,
      sender: asked.sender,
      file_name: basename(asked.file!),
      carrier_code: null,
      created_by: null,
    })
    const { table, accepted, retire_missing, constants } = asked
    const choices = { accepted, retire_missing, constants, ...(table === undefined ? {} : { table }) }
    await updateImport(client, made, { choices })
    return made
  })
  await checkImport(desk, actor, id)
  return id
}

async function tell(desk: ImportDesk, kept: KeptImport, say: ImportMessages): Promise<void> {
  const { check: compared, found, noun, id } = kept
  if (compared === null) return
  console.log(say.counts(compared.counts))
  for (const column of found.mapping?.columns ?? []) console.log(say.column(column, noun))
  for (const { text, context, row_count } of compared.questions.slice(0, mostTold)) {
    console.log(say.question(text, context, row_count))
  }
  const { rows } = await desk
    .as(actor)
    .transaction((client) =>
      listImportRows(
        client,
        { import_id: id, side: 'staff' },
        { status: 'refused', offset: 0, limit: mostTold },
      ),
    )
  for (const { at, problems } of rows) {
    for (const problem of problems) console.log(say.problem(at, problem, noun))
  }
}

async function writeProblems(
  desk: ImportDesk,
  kept: KeptImport,
  { to, config: { language, uploadsDir } }: { readonly to: string; readonly config: Config },
): Promise<void> {
  const rows = await desk
    .as(actor)
    .transaction((client) => listProblemRows(client, { import_id: kept.id, side: 'staff' }))
  const signal = new AbortController().signal
  await writeFile(to, await writeProblemSheet(kept, rows, { uploadsDir, language, signal }))
  console.log(texts[language].problemsWritten(to, rows.length))
}
