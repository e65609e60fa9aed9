/** On which days was anything said that the question admits, and how much? */
import { bases, services, toServices } from '../../core/coverage/states.ts'
import type { Question } from '../../core/coverage/question.ts'
import { fromDayNumber } from '../../core/dates.ts'
import type { EngineContext } from './engine-context.ts'

export interface ObservedDay {
  /** ISO date. */
  readonly day: string
  readonly statements: number
}

export interface History {
  /** Statements of the question's services, carrier and basis, whatever its day; first day first. */
  readonly countDays: (question: Pick<Question, 'service' | 'carrier' | 'basis'>) => ObservedDay[]
}

export function createHistory(context: EngineContext): History {
  return {
    countDays: (question) => {
      const { table } = context.getHeld()
      const carrier = question.carrier === null ? -1 : table.carriers.indexOf(question.carrier)
      const isNobody = question.carrier !== null && carrier < 0
      const basis = toBasis(question.basis)
      const counts = new Map<number, number>()
      for (const service of isNobody ? [] : toServices(question.service)) {
        const position = services.indexOf(service)
        const end = table.firstOfService[position + 1]!
        for (let row = table.firstOfService[position]!; row < end; row++) {
          if (carrier >= 0 && table.carrier[row] !== carrier) continue
          if (basis >= 0 && table.basis[row] !== basis) continue
          if (question.basis === 'local' && table.local[row] === 0) continue
          const day = table.day[row]!
          counts.set(day, (counts.get(day) ?? 0) + 1)
        }
      }
      return [...counts]
        .sort(([a], [b]) => a - b)
        .map(([day, statements]) => ({ day: fromDayNumber(day), statements }))
    },
  }
}

function toBasis(basis: Question['basis']): number {
  if (basis === 'strongest') return -1
  return bases.indexOf(basis === 'local' ? 'verified' : basis)
}
