/** Which pages are tools of the map, in the order of their buttons? Who may open each stands with the pages. */
import type { PageName } from '../../state/page-slice.ts'

export const tools = [
  'gaps',
  'assigned',
  'compare',
  'what-if',
  'area',
  'implausible',
  'measure',
  'communes',
  'print',
] as const satisfies readonly PageName[]
