/** Whose role does the page stand in? Only which buttons are drawn follows from it: the database decides. */
import type { Role } from '../../core/permissions.ts'
import { getRole } from '../state/session-slice.ts'
import { useApp } from '../state/store.ts'

export function useRole(): Role {
  return useApp(getRole)
}
