/** Which page lies over the map? What one does besides asking: sign in, look after accounts, read the changes. */

export const pageNames = [
  'map',
  'sign-in',
  'account',
  'users',
  'changes',
  'proposals',
  'import',
  'worklist',
  'gaps',
  'compare',
  'what-if',
  'area',
  'measure',
  'communes',
  'print',
  'implausible',
  'if-fails',
  'assigned',
  'alerts',
  'papers',
  'challenges',
  'start-real',
] as const
export type PageName = (typeof pageNames)[number]

export interface OpenPage {
  readonly page: PageName
}

export const openingPage: OpenPage = { page: 'map' }
