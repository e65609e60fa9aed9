/** Which papers are owed, as far as this reader is told? */
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { call } from '../../api.ts'
import { useToldList, type ToldList } from '../../hooks/use-told-list.ts'

const load = (signal: AbortSignal) => call('listDuePapers', { signal })

export function usePapers(): ToldList<ResponseOf<Endpoints['listDuePapers']>> {
  return useToldList(load)
}
