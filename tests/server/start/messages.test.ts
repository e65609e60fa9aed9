import { describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { ConfigError } from '../../../server/config.ts'
import { DatasetError, datasetProblemCodes, type DatasetProblem } from '../../../server/dataset/problems.ts'
import { ServerUnfitError } from '../../../server/db/check-server.ts'
import { MigrationError } from '../../../server/db/migrate.ts'
import { FolderLockedError } from '../../../server/lock.ts'
import { messages, toExplanation } from '../../../server/messages.ts'
import { PortError } from '../../../server/port.ts'

const problem = (more: Partial<DatasetProblem>): DatasetProblem => ({
  file: 'reference/communes.geojson',
  row: 7,
  field: 'name',
  value: 'x',
  expected: 'y',
  code: 'not_nfc',
  ...more,
})

describe('what is said at the terminal', () => {
  it.each(['vi', 'en'] as const)('names file, feature and field of a problem (%s)', (language) => {
    const text = toExplanation(new DatasetError([problem({})]), language)
    expect(text).toMatch(/reference\/communes\.geojson, .+ 7, .+ name: .*x/)
  })

  it.each(['vi', 'en'] as const)('has words for every problem (%s)', (language) => {
    const texts = datasetProblemCodes.map((code) =>
      messages[language].problem[code]({ value: 'v', expected: 'e' }),
    )
    expect(new Set(texts).size).toBe(datasetProblemCodes.length)
  })

  it('shows fifty problems and counts the rest', () => {
    const problems = Array.from({ length: 60 }, (_, row) => problem({ row }))
    const lines = toExplanation(new DatasetError(problems), 'en')?.split('\n') ?? []
    expect(lines).toHaveLength(52)
    expect(lines.at(-1)).toContain('10')
  })

  it('names the remedy with the trouble', () => {
    expect(toExplanation(new PortError(8080, '127.0.0.1', 'EADDRINUSE'), 'vi')).toMatch(/8080.*PORT=8081/)
    expect(toExplanation(new FolderLockedError('/kho'), 'vi')).toMatch(/\/kho.*DATA_DIR=/)
    expect(toExplanation(new ServerUnfitError('extensionMissing', 'postgis'), 'en')).toMatch(
      /postgis.*apt-get/,
    )
    expect(toExplanation(new AppError('database_unavailable', { reason: 'ECONNREFUSED' }), 'en')).toMatch(
      /ECONNREFUSED.*DATABASE_URL/,
    )
    expect(toExplanation(new MigrationError('newer', '0009_x'), 'en')).toMatch(/0009_x.*newer release/)
  })

  it('complains about the configuration in the language of the configuration', () => {
    const error = new ConfigError([{ variable: 'PORT', value: 'x', expected: 'port' }], 'en')
    expect(toExplanation(error, 'vi')).toMatch(/PORT=x: expected a port number/)
  })

  it('has no explanation for a bug', () => {
    expect(toExplanation(new TypeError('undefined is not a function'), 'en')).toBeNull()
  })
})
