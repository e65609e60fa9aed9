/** Which pages lie over the map, and who may open each? Every page is fetched when it is first opened. */
import type { ComponentType } from 'react'
import type { Role } from '../../core/permissions.ts'
import { loadAccountTexts } from '../i18n/load-account-texts.ts'
import { withAlertTexts } from '../i18n/load-alert-texts.ts'
import { withAssignedTexts } from '../i18n/load-assigned-texts.ts'
import { withChallengeTexts } from '../i18n/load-challenge-texts.ts'
import { withCircleTexts } from '../i18n/load-circle-texts.ts'
import { loadCommuneTexts } from '../i18n/load-commune-texts.ts'
import { loadTimeTexts } from '../i18n/load-time-texts.ts'
import { withImportTexts } from '../i18n/load-import-texts.ts'
import { withStartRealTexts } from '../i18n/load-start-real-texts.ts'
import { withFlagTexts } from '../i18n/load-flag-texts.ts'
import { withPaperTexts } from '../i18n/load-paper-texts.ts'
import { loadPrintTexts } from '../i18n/load-print-texts.ts'
import { withMeasureTexts } from '../i18n/load-measure-texts.ts'
import { loadGapTexts } from '../i18n/load-gap-texts.ts'
import { withEditingTexts } from './sites/editing-place.tsx'
import { withVillageTexts } from './villages/village-places.tsx'
import type { PageName } from '../state/page-slice.ts'

export interface PageEntry {
  readonly load: () => Promise<ComponentType>
  /** Of the place that it takes beside the map; on a phone it takes the screen. */
  readonly width: 'narrow' | 'half' | 'wide' | 'table'
  readonly roles: readonly Role[]
  /** On a phone: the whole screen (unless it says otherwise), or a sheet that leaves the map in sight. */
  readonly phone?: 'sheet'
}

const accounts: readonly Role[] = ['viewer', 'local', 'carrier', 'staff', 'admin']

export const pages: Readonly<Partial<Record<PageName, PageEntry>>> = {
  'sign-in': {
    load: async () => (await withAccountTexts(import('./accounts/sign-in-page.tsx'))).SignInPage,
    width: 'narrow',
    roles: ['anonymous', ...accounts],
  },
  account: {
    load: async () => (await withAccountTexts(import('./accounts/account-page.tsx'))).AccountPage,
    width: 'narrow',
    roles: accounts,
  },
  import: {
    load: async () => (await withImportTexts(import('./import/import-page.tsx'))).ImportPage,
    width: 'table',
    phone: 'sheet',
    roles: ['carrier', 'staff', 'admin'],
  },
  worklist: {
    load: async () => (await withVillageTexts(import('./villages/worklist-page.tsx'))).WorklistPage,
    width: 'narrow',
    roles: ['local'],
  },
  gaps: {
    load: async () => {
      const [{ GapsPage }] = await Promise.all([import('./gaps/gaps-page.tsx'), loadGapTexts()])
      return GapsPage
    },
    width: 'table',
    roles: ['anonymous', ...accounts],
    phone: 'sheet',
  },
  assigned: {
    load: async () => (await withAssignedTexts(import('./assigned/assigned-page.tsx'))).AssignedPage,
    width: 'table',
    roles: ['anonymous', ...accounts],
    phone: 'sheet',
  },
  alerts: {
    load: async () => (await withAlertTexts(import('./alerts/alerts-page.tsx'))).AlertsPage,
    width: 'narrow',
    roles: ['local', 'carrier', 'staff', 'admin'],
  },
  challenges: {
    load: async () => (await withChallengeTexts(import('./challenges/challenges-page.tsx'))).ChallengesPage,
    width: 'table',
    roles: accounts,
  },
  papers: {
    load: async () => (await withPaperTexts(import('./papers/papers-page.tsx'))).PapersPage,
    width: 'table',
    roles: accounts,
  },
  users: {
    load: async () => (await withAccountTexts(import('./accounts/users-page.tsx'))).UsersPage,
    width: 'wide',
    roles: ['admin'],
  },
  'start-real': {
    load: async () => (await withStartRealTexts(import('./start-real/start-real-page.tsx'))).StartRealPage,
    width: 'wide',
    roles: ['staff', 'admin'],
  },
  proposals: {
    load: async () => (await withEditingTexts(import('./sites/proposals-page.tsx'))).ProposalsPage,
    width: 'narrow',
    roles: ['local', 'carrier', 'staff', 'admin'],
  },
  compare: {
    load: async () => {
      const [{ ComparePage }] = await Promise.all([import('./compare/compare-page.tsx'), loadTimeTexts()])
      return ComparePage
    },
    width: 'half',
    phone: 'sheet',
    roles: ['anonymous', ...accounts],
  },
  implausible: {
    load: async () => (await withFlagTexts(import('./flags/implausible-page.tsx'))).ImplausiblePage,
    width: 'narrow',
    roles: ['staff', 'admin'],
    phone: 'sheet',
  },
  'if-fails': {
    load: async () => (await withFlagTexts(import('./flags/if-fails-page.tsx'))).IfFailsPage,
    width: 'narrow',
    roles: ['anonymous', ...accounts],
    phone: 'sheet',
  },
  changes: {
    load: async () => (await withAccountTexts(import('./changes/changes-page.tsx'))).ChangesPage,
    width: 'narrow',
    roles: ['local', 'carrier', 'staff', 'admin'],
  },
  'what-if': {
    load: async () => (await withCircleTexts(import('./circles/what-if-page.tsx'))).WhatIfPage,
    width: 'narrow',
    roles: ['anonymous', ...accounts],
    phone: 'sheet',
  },
  area: {
    load: async () => (await withCircleTexts(import('./circles/area-page.tsx'))).AreaPage,
    width: 'narrow',
    roles: ['anonymous', ...accounts],
    phone: 'sheet',
  },
  measure: {
    load: async () => (await withMeasureTexts(import('./measure/measure-page.tsx'))).MeasurePage,
    width: 'narrow',
    roles: ['anonymous', ...accounts],
    phone: 'sheet',
  },
  communes: {
    load: async () => {
      const [{ CommunesPage }] = await Promise.all([
        import('./communes/communes-page.tsx'),
        loadCommuneTexts(),
      ])
      return CommunesPage
    },
    width: 'table',
    roles: ['anonymous', ...accounts],
  },
  print: {
    load: async () => {
      const [{ PrintPage }] = await Promise.all([import('./print/print-page.tsx'), loadPrintTexts()])
      return PrintPage
    },
    width: 'narrow',
    roles: ['anonymous', ...accounts],
  },
}

async function withAccountTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded] = await Promise.all([module, loadAccountTexts()])
  return loaded
}
