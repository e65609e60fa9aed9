/** Who may read and write what? The one table of rights: the database's policies, the routes and the tests follow it. */
import type { UnitSet } from './coverage/question.ts'

export const roles = ['anonymous', 'viewer', 'local', 'carrier', 'staff', 'admin'] as const
export type Role = (typeof roles)[number]

/** Roles that an account can have. */
export const accountRoles = ['viewer', 'local', 'carrier', 'staff', 'admin'] as const
export type AccountRole = (typeof accountRoles)[number]

export interface UnitRef {
  readonly unit_set: UnitSet
  readonly code: string
}

/** Who asks. A carrier's account is bound to one carrier, a local one to units. */
export interface Actor {
  readonly role: Role
  readonly user_id: number | null
  readonly username: string | null
  readonly carrier_code: string | null
  readonly units: readonly UnitRef[]
}

export const anonymous: Actor = {
  role: 'anonymous',
  user_id: null,
  username: null,
  carrier_code: null,
  units: [],
}

/** What anonymous visitors see of a site's position: as it is, the centre of a 1 km cell, or a number per commune. */
export const publicSitesModes = ['full', 'generalised', 'count'] as const
export type PublicSites = (typeof publicSitesModes)[number]

/**
 * Which rows a right reaches. `public`: what every visitor gets, by PUBLIC_SITES. `unrestricted`: all but restricted sites.
 * `own`: of the actor's carrier, restricted ones excepted. `units`: of the actor's units.
 */
export type Scope = 'none' | 'public' | 'own' | 'units' | 'unrestricted' | 'all'

export const nouns = [
  'sites',
  'stations',
  'villages',
  'village_services',
  'proposals',
  'audit_log',
  'users',
  /** Trial sites that somebody keeps under a name. */
  'plans',
  /** Villages that an act gives to a carrier, and how far each one is. */
  'assignments',
  /** Papers that acts make carriers and UBND huyện owe. */
  'due_papers',
  /** Reports that a carrier’s coverage is not what it says. */
  'challenges',
  /** Offices, schools, clinics, places of public wifi. */
  'facilities',
  'cable_routes',
  /** What i-Speed measured in a commune. */
  'speed_results',
  'indicator_values',
  'admin_units',
  'carriers',
] as const
export type Noun = (typeof nouns)[number]

/** Everybody's to read as a whole. */
const openColumns = { public: ['*'] } as const

/** Columns that are granted together. A column stands in one group of its noun. */
export const columnGroups = {
  sites: {
    public: [
      'id',
      'code',
      'name',
      'power_source',
      'status',
      'district_code',
      'commune_code',
      'commune_2025_code',
      'is_sample',
    ],
    /** The exact position, and what a carrier needs to know of a mast that is offered for sharing. */
    mast: ['geom', 'mast_kind', 'mast_height_m', 'shareable'],
    full: [
      'address',
      'owner_code',
      'has_backup_generator',
      'backhaul',
      'built_on',
      'land_owner',
      'building_permit',
      'approval',
      'visibility',
      'version',
    ],
    private: ['note'],
  },
  stations: {
    /** Of stations on air today only: which carrier runs which technology at a site. */
    public: ['site_id', 'carrier_code', 'technology'],
    full: ['id', 'bands_mhz', 'on_air_on', 'off_air_on', 'power_w', 'coverage_radius_m', 'is_sample'],
    private: ['certificate_no', 'certificate_issued_on', 'certificate_expires_on', 'note'],
  },
  villages: openColumns,
  village_services: openColumns,
  facilities: openColumns,
  cable_routes: openColumns,
  speed_results: openColumns,
  indicator_values: openColumns,
  admin_units: openColumns,
  carriers: openColumns,
  proposals: { full: ['*'] },
  plans: { full: ['*'] },
  assignments: {
    /** The row of the act, as it was published. */
    public: [
      'id',
      'act_code',
      'row_no',
      'village_printed',
      'commune_printed',
      'district_printed',
      'village_id',
      'carrier_code',
      'service',
      'built_due_on',
      'due_on',
      'withdrawn_by',
      'replaced_by',
      'is_sample',
    ],
    /** How far it is, and every step: `assignment_progress` and `assignment_events`. */
    full: ['progress', 'events'],
  },
  due_papers: { full: ['*'] },
  challenges: {
    full: ['*'],
    /** Who reported it: `challenge_reporters`. */
    private: ['reporter'],
  },
  audit_log: { full: ['*'] },
  users: {
    /** Who proposed, changed and decided: beside the entry that the reader may read. */
    public: ['id', 'username', 'display_name'],
    full: [
      'role',
      'carrier_code',
      'oidc_issuer',
      'oidc_subject',
      'must_change_password',
      'disabled_at',
      'is_demo',
      'created_at',
      'version',
    ],
  },
} as const satisfies Record<Noun, Record<string, readonly string[]>>

export type ColumnGroup = 'public' | 'mast' | 'full' | 'private'

type ReadRights = Readonly<Record<Role, Scope>>

const everybody: ReadRights = {
  anonymous: 'public',
  viewer: 'all',
  local: 'all',
  carrier: 'all',
  staff: 'all',
  admin: 'all',
}

/** Between whoever it is about, the UBND of the place, planners and the Sở. */
const concerned: ReadRights = { ...everybody, anonymous: 'none', local: 'units', carrier: 'own' }
/** All but restricted sites, for planners; for a carrier its own. */
const unrestricted: ReadRights = { ...concerned, viewer: 'unrestricted', local: 'none' }
const ownOnly: ReadRights = { ...concerned, viewer: 'none', local: 'none' }
const open = { public: everybody }

/**
 * Which rows of a noun a role reads, by group of columns. A carrier's `own` site is one that it owns (or, where no owner is
 * noted, runs a station at); of the sites it only runs stations at it also reads the group `mast`, as of those offered for
 * sharing.
 */
export const readRights = {
  sites: {
    public: {
      anonymous: 'public',
      viewer: 'unrestricted',
      local: 'public',
      carrier: 'public',
      staff: 'all',
      admin: 'all',
    },
    mast: unrestricted,
    full: unrestricted,
    private: ownOnly,
  },
  stations: {
    public: {
      anonymous: 'public',
      viewer: 'unrestricted',
      local: 'public',
      carrier: 'public',
      staff: 'all',
      admin: 'all',
    },
    full: unrestricted,
    private: ownOnly,
  },
  villages: open,
  village_services: open,
  facilities: open,
  cable_routes: open,
  speed_results: open,
  indicator_values: open,
  admin_units: open,
  carriers: open,
  proposals: {
    full: { ...ownOnly, local: 'own' },
  },
  audit_log: {
    full: { ...ownOnly, local: 'units' },
  },
  /** `own`: one’s own, and those that their owners share with everybody. */
  plans: {
    full: {
      anonymous: 'public',
      viewer: 'own',
      local: 'own',
      carrier: 'own',
      staff: 'own',
      admin: 'own',
    },
  },
  /** `own`: assigned to the actor’s carrier; of its steps those taken while it was. */
  assignments: {
    public: everybody,
    full: concerned,
  },
  due_papers: {
    full: concerned,
  },
  /** `own` of a carrier: sent to it by the Sở; `own` of a reporter: one’s own. */
  challenges: {
    full: concerned,
    private: {
      anonymous: 'none',
      viewer: 'own',
      local: 'own',
      carrier: 'none',
      staff: 'all',
      admin: 'all',
    },
  },
  users: {
    /** `own`: of the staff, of the same carrier, and oneself. */
    public: { ...ownOnly, local: 'own' },
    full: {
      anonymous: 'none',
      viewer: 'none',
      local: 'none',
      carrier: 'none',
      staff: 'none',
      admin: 'all',
    },
  },
} as const satisfies { [N in Noun]: { [G in keyof (typeof columnGroups)[N]]: ReadRights } }

export const actions = ['create', 'update', 'propose', 'decide'] as const
export type Action = (typeof actions)[number]

export interface WriteRight {
  readonly scope: Exclude<Scope, 'none' | 'public'>
  /** Columns that may not be written though the rest may; `only` where just these may. */
  readonly except?: readonly string[]
  readonly only?: readonly string[]
}

/** What an UBND huyện or xã confirms of its villages. */
export const localVillageColumns = ['households', 'population', 'grid_power', 'grid_power_since'] as const

type WriteRights = Readonly<Partial<Record<Role, Partial<Record<Action, WriteRight>>>>>

const writes = { create: { scope: 'all' }, update: { scope: 'all' } } as const
const ofOffice: WriteRights = { staff: writes, admin: writes }

/** Nothing is ever deleted: sites are retired, stations end, statements are withdrawn, accounts are disabled. */
export const writeRights: Readonly<Record<Noun, WriteRights>> = {
  sites: {
    carrier: { propose: { scope: 'own', except: ['visibility', 'note'] } },
    staff: {
      create: { scope: 'all', except: ['visibility'] },
      update: { scope: 'all', except: ['visibility'] },
    },
    admin: writes,
  },
  stations: {
    carrier: { propose: { scope: 'own' } },
    ...ofOffice,
  },
  villages: {
    local: { update: { scope: 'units', only: localVillageColumns } },
    ...ofOffice,
  },
  village_services: {
    local: { propose: { scope: 'units' } },
    ...ofOffice,
  },
  proposals: {
    local: { create: { scope: 'units' } },
    carrier: { create: { scope: 'own' } },
    staff: { decide: { scope: 'all' } },
    admin: { decide: { scope: 'all' } },
  },
  audit_log: {},
  plans: {
    viewer: { create: { scope: 'own' }, update: { scope: 'own' } },
    carrier: { create: { scope: 'own' }, update: { scope: 'own' } },
    staff: { create: { scope: 'own' }, update: { scope: 'own' } },
    admin: { create: { scope: 'own' }, update: { scope: 'own' } },
  },
  assignments: {
    local: { update: { scope: 'units', only: ['local_answer', 'local_answered_on'] } },
    carrier: { update: { scope: 'own' } },
    ...ofOffice,
  },
  /** Handed in by whoever owes them; accepted, returned and waived by the Sở. */
  due_papers: {
    local: { create: { scope: 'units' }, update: { scope: 'units' } },
    carrier: { create: { scope: 'own' }, update: { scope: 'own' } },
    ...ofOffice,
  },
  /** Filed by whoever may see the map with an account, but carriers; answered by the carrier; decided by the Sở. */
  challenges: {
    viewer: { create: { scope: 'all' } },
    local: { create: { scope: 'units' } },
    carrier: { update: { scope: 'own', only: ['answer', 'answer_text', 'answered_on'] } },
    staff: { create: { scope: 'all' }, decide: { scope: 'all' } },
    admin: { create: { scope: 'all' }, decide: { scope: 'all' } },
  },
  users: { admin: writes },
  facilities: ofOffice,
  cable_routes: ofOffice,
  speed_results: ofOffice,
  indicator_values: ofOffice,
  admin_units: ofOffice,
  carriers: { admin: { create: { scope: 'all' } } },
}

/** Whether the role reads the column in any row at all; a column that stands in no group is everybody's. */
export function canReadColumn(role: Role, noun: Noun, column: string): boolean {
  const groups: Readonly<Record<string, readonly string[]>> = columnGroups[noun]
  const rights: Readonly<Record<string, ReadRights>> = readRights[noun]
  const holds = (columns: readonly string[]) => columns.includes(column) || columns.includes('*')
  const group = Object.keys(groups).find((name) => holds(groups[name] ?? []))
  return group === undefined || rights[group]?.[role] !== 'none'
}

/** Whether one of the actor's units is one of these. */
export function isInUnits(
  actor: Pick<Actor, 'units'>,
  place: Readonly<Record<'district_code' | 'commune_code' | 'commune_2025_code', string>>,
): boolean {
  const codes: Readonly<Record<UnitSet, string | null>> = {
    province: null,
    district: place.district_code,
    commune: place.commune_code,
    'commune-2025': place.commune_2025_code,
  }
  return actor.units.some(({ unit_set, code }) => codes[unit_set] === code)
}

/** Whether the role may do it to any row at all; which rows, the database decides. */
export function can(role: Role, action: Action, noun: Noun): boolean {
  return writeRights[noun][role]?.[action] !== undefined
}

/** Whether the right covers the column. */
export function canWriteColumn(role: Role, action: Action, noun: Noun, column: string): boolean {
  const right = writeRights[noun][role]?.[action]
  if (right === undefined) return false
  return right.only === undefined ? right.except?.includes(column) !== true : right.only.includes(column)
}
