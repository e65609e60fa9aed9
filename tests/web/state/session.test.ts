import { describe, expect, it } from 'vitest'
import type { SessionFacts } from '../../../core/api/accounts.ts'
import {
  getRole,
  isOtherReader,
  isShownPublicly,
  isSignedIn,
  openingSession,
  withExpiredSession,
  withSession,
} from '../../../web/state/session-slice.ts'

const visitor: SessionFacts = {
  role: 'anonymous',
  user_id: null,
  username: null,
  display_name: null,
  carrier_code: null,
  units: [],
  must_change_password: false,
  csrf_token: 'a',
  sign_in: 'password',
  provider_name: null,
  demo_accounts: [],
  public_sites: 'full',
}
const staff: SessionFacts = { ...visitor, role: 'staff', user_id: 3, username: 'lan', csrf_token: 'b' }
const opened = { ...openingSession, ...withSession(openingSession, visitor) }
const inside = { ...opened, ...withSession(opened, staff) }

describe('the session on the page', () => {
  it('makes nobody more than a visitor until the server has told', () => {
    expect(getRole(openingSession)).toBe('anonymous')
    expect(isSignedIn(openingSession)).toBe(false)
  })

  it('fetches again what another reader saw, and only then', () => {
    expect(opened.refresh_count).toBe(0)
    expect(inside.refresh_count).toBe(1)
    expect(withSession(inside, { ...staff, csrf_token: 'c' })).not.toHaveProperty('refresh_count')
    expect(withSession(inside, visitor)).toMatchObject({ refresh_count: 2 })
  })

  it('knows another reader by person, role, carrier, units and the password to be chosen', () => {
    const changes: readonly Partial<SessionFacts>[] = [
      { user_id: 4 },
      { role: 'admin' },
      { carrier_code: 'alpha' },
      { units: [{ unit_set: 'district', code: '096' }] },
      { must_change_password: true },
    ]
    for (const change of changes) expect(isOtherReader(staff, { ...staff, ...change })).toBe(true)
    expect(isOtherReader(staff, { ...staff, display_name: 'Lan' })).toBe(false)
  })

  it('keeps who was working when the session ends, until they are back', () => {
    const ended = { ...inside, ...withExpiredSession(inside) }
    expect(ended.session_end).toBe('expired')
    expect(ended.session).toBe(staff)
    expect(withSession(ended, staff).session_end).toBe('none')
  })

  it('ends no session of a visitor', () => {
    expect(withExpiredSession(opened)).toEqual({})
  })

  it('shows sites as PUBLIC_SITES says to visitors, an UBND and carriers alone', () => {
    const shown = (['anonymous', 'viewer', 'local', 'carrier', 'staff', 'admin'] as const).filter((role) =>
      isShownPublicly({ session: { ...staff, role } }),
    )
    expect(shown).toEqual(['anonymous', 'local', 'carrier'])
  })
})
