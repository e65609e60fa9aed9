/** What is kept of statements of coverage, and what is anybody told of them? */
import type { Row } from '../../../server/db/database.ts'
import type { Answer, Editing } from '../sites/editing.ts'

/** @param get whoever asks; there once the tests have begun */
export function makeStatementQuestions<S extends Row>(get: () => Pick<Editing, 'db' | 'ask'>) {
  return {
    listStatements: () => get().db.query<S>(`select * from village_services s order by s.id`),
    restore: (entry_id: unknown, side: 'before' | 'after') =>
      get().ask('staff', `/api/audit/${String(entry_id)}/restore`, { method: 'POST', body: { side } }),
    /** From every question that statements answer, as one text. */
    askAll: async (village: number) => {
      const urls = [
        '/api/coverage?by=commune&service=5g',
        '/api/village-services?service=5g',
        '/api/layers/villages.geojson',
        `/api/villages/${village}`,
        '/api/layers',
        '/api/province',
      ]
      const answers: Answer['body'][] = []
      for (const url of urls) answers.push((await get().ask('anonymous', url)).body)
      return JSON.stringify(answers)
    },
  }
}
