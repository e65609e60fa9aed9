/** What is known of one site or village? */
import type { SiteRecord, VillageRecord } from '../../core/api/records.ts'
import { call } from '../api.ts'
import { useFetched, type Fetched } from './use-fetched.ts'

export function useVillage(id: number): Fetched<VillageRecord> {
  return useFetched(id, (signal) => call('getVillage', { params: { id }, signal }) as Promise<VillageRecord>)
}

export function useSite(id: number): Fetched<SiteRecord> {
  return useFetched(id, (signal) => call('getSite', { params: { id }, signal }) as Promise<SiteRecord>)
}
