/**
 * Which colours does the map use, in light and in dark? Classes of shares come with the answer, carriers with the data.
 * Those that the legend shows stand in web/styles/tokens.css too; a test holds the two together.
 */

export type MapTheme = 'light' | 'dark'

export interface MapPalette {
  readonly paper: string
  /** Land of the province before its first answer, and of units without a class. */
  readonly land: string
  readonly neighbour: string
  readonly ink: string
  readonly soft_ink: string
  readonly halo: string
  readonly unit_line: string
  readonly province_line: string
  readonly national_line: string
  readonly neighbour_line: string
  readonly water: string
  readonly road: string
  readonly gap: string
  readonly accent: string
  readonly site: string
  readonly cable: string
  readonly generator: string
  readonly retired: string
  /** Marks stand on every class of the choropleth, so each is cut out by this line. */
  readonly mark_edge: string
  /** Opacity of the classes over the paper. */
  readonly class_opacity: number
}

export const palettes: Readonly<Record<MapTheme, MapPalette>> = {
  light: {
    paper: '#fbfaf7',
    land: '#ffffff',
    neighbour: '#efeee8',
    ink: '#1d2a2e',
    soft_ink: '#5b6a6e',
    halo: '#ffffff',
    unit_line: '#ffffff',
    province_line: '#6d7a7d',
    national_line: '#4d5a5e',
    neighbour_line: '#b9bfbd',
    water: '#8fb4c9',
    road: '#b9a890',
    gap: '#b3261e',
    accent: '#00695c',
    site: '#1f4e79',
    cable: '#4a3a78',
    generator: '#6d28d9',
    retired: '#7a8587',
    mark_edge: '#ffffff',
    class_opacity: 0.86,
  },
  dark: {
    paper: '#12181a',
    land: '#1a2326',
    neighbour: '#192124',
    ink: '#eef3f2',
    soft_ink: '#9fb0b2',
    halo: '#10171a',
    unit_line: '#12181a',
    province_line: '#81908f',
    national_line: '#a9b6b5',
    neighbour_line: '#3a474b',
    water: '#3f6b85',
    road: '#5d5546',
    gap: '#ff8a7a',
    accent: '#5fd0bd',
    site: '#9ec5ea',
    cable: '#cbbcff',
    generator: '#b79cf5',
    retired: '#8f9a9c',
    mark_edge: '#10171a',
    class_opacity: 0.8,
  },
}
