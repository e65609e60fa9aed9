/** How long does a question take in a browser's worker? Times in ms, one per round and size. */
import { answerQuestion, plainQuestion } from '../../../core/coverage/question.ts'
import { toUnitShares } from '../../../core/coverage/share.ts'
import { createStatementTable } from '../../../core/coverage/statement-table.ts'
import { askedServices } from '../../../core/coverage/states.ts'
import { createRandom, createStatements } from '../random-data.ts'

const rounds = 31
const unit_count = 129

function measure(statement_count: number, village_count: number): number[] {
  const ids = Array.from({ length: village_count }, (_, id) => id)
  const table = createStatementTable(createStatements(statement_count, village_count), ids)
  const random = createRandom(3)
  const unit_of = Int32Array.from(ids, () => Math.floor(random() * unit_count))
  return Array.from({ length: rounds }, (_, round) => {
    const service = askedServices[round % askedServices.length] ?? 'mobile'
    const start = performance.now()
    const question = { ...plainQuestion, service, as_of: '2020-06-30' } as const
    const states = answerQuestion(table, question, village_count)
    toUnitShares(states, unit_of, { unit_count, weight_of: null, population: null })
    return performance.now() - start
  })
}

postMessage({ small: measure(15_000, 1_445), large: measure(1_000_000, 100_000) })
