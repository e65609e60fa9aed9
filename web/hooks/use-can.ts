/** What may whoever is signed in do? Only which buttons are drawn: the database decides. */
import { can, type Action, type Noun, type Role } from '../../core/permissions.ts'
import { getRole } from '../state/session-slice.ts'
import { useApp } from '../state/store.ts'

export function useRole(): Role {
  return useApp(getRole)
}

/** Whether the role may do it to any row at all; a record says in `may` whether to this one. */
export function useCan(action: Action, noun: Noun): boolean {
  return useApp((state) => can(getRole(state), action, noun))
}
