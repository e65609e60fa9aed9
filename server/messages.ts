/** How is an expected failure said to the person at the terminal? Never a stack, never a secret. */
import { AppError } from '../core/errors.ts'
import { DemoAccountsError } from './accounts/prepare-demo-accounts.ts'
import { BackupError } from './backup/archive-format.ts'
import { ConfigError, type Language } from './config.ts'
import { DatasetError, type DatasetProblem } from './dataset/problems.ts'
import { LoginUnfitError } from './db/application-login.ts'
import { ServerUnfitError } from './db/check-server.ts'
import { MigrationError } from './db/migrate.ts'
import { DatabaseFilledError } from './db/store-dataset.ts'
import { FolderLockedError, FolderRefusedError } from './lock.ts'
import { messagesEn } from './messages-en.ts'
import { messagesVi, type Messages } from './messages-vi.ts'
import { PortError } from './port.ts'

export const messages: Readonly<Record<Language, Messages>> = { vi: messagesVi, en: messagesEn }

/** So many problems fit a screen or two; the rest is counted. */
const mostProblems = 50

/** What went wrong, in words; null for a bug, whose stack is wanted. */
export function toExplanation(error: unknown, language: Language): string | null {
  const say = messages[language]
  if (error instanceof ConfigError) return explainConfig(error)
  if (error instanceof DatasetError) return explainDataset(error, say)
  if (error instanceof FolderLockedError) return say.folderLocked(error.folder)
  if (error instanceof FolderRefusedError) return say.folderRefused(error.folder, error.reason)
  if (error instanceof PortError) return explainPort(error, say)
  if (error instanceof ServerUnfitError) return say[error.problem](error.subject)
  if (error instanceof LoginUnfitError) return say[error.problem](error.subject)
  if (error instanceof DemoAccountsError) return say[error.problem](error.usernames)
  if (error instanceof MigrationError) return explainMigration(error, say)
  if (error instanceof BackupError) return say[error.problem](error.subject)
  if (error instanceof DatabaseFilledError) return say.databaseFilled(error.state.title ?? say.unknownData)
  if (error instanceof AppError && error.code === 'database_unavailable') {
    return say.databaseUnavailable(String(error.params['reason'] ?? '?'))
  }
  return null
}

function explainConfig({ problems, language }: ConfigError): string {
  const say = messages[language]
  const lines = problems.map(({ variable, value, expected }) =>
    say.configProblem(variable, value, say.expected[expected]),
  )
  return [say.configWrong, ...lines].join('\n')
}

function explainDataset({ problems }: DatasetError, say: Messages): string {
  const lines = problems.slice(0, mostProblems).map((problem) => `  ${explainProblem(problem, say)}`)
  const more = problems.length - mostProblems
  return [say.nothingLoaded(problems.length), ...lines, ...(more > 0 ? [say.moreProblems(more)] : [])].join(
    '\n',
  )
}

function explainProblem(problem: DatasetProblem, say: Messages): string {
  const { file, row, field, code, value, expected } = problem
  return `${say.place(file, row, field)}: ${say.problem[code]({ value: value ?? '', expected: expected ?? '' })}`
}

function explainPort({ port, host, reason }: PortError, say: Messages): string {
  return reason === 'EADDRINUSE' ? say.portBusy(port, host) : say.portRefused(port, host, reason)
}

function explainMigration({ problem, migration, cause }: MigrationError, say: Messages): string {
  if (problem === 'changed') return say.migrationChanged(migration)
  if (problem === 'newer') return say.migrationNewer(migration)
  return say.migrationFailed(migration, cause instanceof Error ? cause.message : String(cause))
}
