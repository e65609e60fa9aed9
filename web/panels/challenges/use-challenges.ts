/** Which challenges are there, as far as this reader is told? */
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { call } from '../../api.ts'
import { useToldList, type ToldList } from '../../hooks/use-told-list.ts'

export type ToldChallenges = ResponseOf<Endpoints['listChallenges']>

const load = (signal: AbortSignal) => call('listChallenges', { signal })

export function useChallenges(): ToldList<ToldChallenges> {
  return useToldList(load)
}
