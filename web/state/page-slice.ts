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
] as const
export type PageName = (typeof pageNames)[number]

export interface OpenPage {
  readonly page: PageName
}

export const openingPage: OpenPage = { page: 'map' }

/** The page that a name in the address means; one that does not exist is the map. */
export function fromPageText(text: string | null): PageName {
  return pageNames.find((name) => name === text) ?? openingPage.page
}
