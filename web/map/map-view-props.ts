/** What does the map need to be told, and what does it tell back? Everything in by props, out by callbacks. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { UnitSet } from '../../core/coverage/question.ts'
import type { BBox, FeatureCollection, LngLat } from '../../core/geo.ts'
import type { LayerId } from '../../core/inventory/layers.ts'
import type { OverlayFeature } from '../layers/overlay.ts'
import type { MapTheme } from '../layers/palette.ts'
import type { CameraLink } from './camera-link.ts'

export type { MapTheme }

/** Unit sets that a choropleth can colour. */
export type ChoroplethSet = UnitSet

/** GeoJSON as the API serves it, already filtered by the app; null until it is loaded. */
export type MapSources = Readonly<Record<LayerId, FeatureCollection | null>>

/** What can be switched. Units, base map and labels are always drawn. */
export const switchableLayers = [
  'villages',
  'sites',
  'generator-sites',
  'cable-routes',
  'facilities',
  'assignments',
] as const satisfies readonly LayerId[]
export type SwitchableLayer = (typeof switchableLayers)[number]

/** The answer for one unit, written as it is to be read on the map. */
export interface UnitValue {
  /** Name with its abbreviation where it has one: `TX Mường Lay`, `Nậm Pồ`. */
  readonly name: string
  /** Second line of the label: `94,4 %`, or what stands for it in `remaining` mode. */
  readonly label: string
  readonly percent: number | null
  /** Villages not covered or covered in part. */
  readonly remaining: number
  readonly unknown: number
  /** Position in `classes`; null: no class, drawn as paper. */
  readonly class_index: number | null
  /** Drawn hatched: too little is known for a colour. */
  readonly hatch?: boolean
}

export interface Choropleth {
  readonly unit_set: ChoroplethSet
  /** `remaining`: small units show how many villages remain, since the share of five says little. */
  readonly mode: 'share' | 'remaining'
  readonly values: ReadonlyMap<string, UnitValue>
  /** Colours from the least to the greatest share (or from the most to the fewest remaining). */
  readonly classes: readonly { readonly color: string }[]
}

/** State of every village for the question asked: position in `coverageStates`, in the order of `ids`. */
export interface VillageStates {
  readonly ids: readonly number[]
  readonly states: Uint8Array
  /** 1 for each village to be drawn, 0 for those that the question or an open list leaves out; null: all of them. */
  readonly shown: Uint8Array | null
}

export type MapSelection =
  | { readonly type: 'none' }
  | { readonly type: 'unit'; readonly unit_set: ChoroplethSet; readonly code: string }
  | { readonly type: 'village'; readonly id: number }
  | { readonly type: 'site'; readonly id: number }
  | { readonly type: 'cable-route'; readonly id: number }
  | { readonly type: 'facility'; readonly id: number }

/** Something under the pointer; `name` is what a chooser shows. */
export type MapCandidate = Exclude<MapSelection, { type: 'none' }> & { readonly name: string }

export interface MapCarrier {
  readonly code: string
  readonly letter: string
  readonly color: string
}

/** Pixels at each side that panels cover: what is framed stays between them. */
export interface MapPadding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/**
 * Where to look. Applied on creation and whenever `key` changes; until the user moves the map the request is kept,
 * so that a panel that opens or a window that changes its size frames it again.
 */
export type CameraRequest = { readonly key: string } & (
  | { readonly type: 'bounds'; readonly bounds: BBox }
  | { readonly type: 'position'; readonly center: readonly [number, number]; readonly zoom: number }
)

export interface CameraState {
  readonly center: readonly [number, number]
  readonly zoom: number
  /** Bounds of what is visible between the panels. */
  readonly bounds: BBox
  /** Whether the user moved the map or a request did. */
  readonly moved_by: 'user' | 'request'
}

/** How many features lie in view between the panels, for the legend. Layers that are off or not loaded are absent. */
export interface ViewCounts {
  /** By position in `coverageStates`. */
  readonly villages?: readonly [unknown: number, not_covered: number, partial: number, covered: number]
  /** By the strongest technology on air; `none` for sites without a live station. */
  readonly sites?: Readonly<Record<'5g' | '4g' | '3g' | '2g' | 'none', number>>
  readonly 'generator-sites'?: number
  readonly 'cable-routes'?: number
  /** By kind. */
  readonly facilities?: Readonly<Record<string, number>>
  /** By carrier code. */
  readonly assignments?: Readonly<Record<string, number>>
}

/** Words on the map, in the language of the page. */
export interface MapTexts {
  /** What the canvas is, for a screen reader, with how to move it. */
  readonly map: string
  readonly zoom_in: string
  readonly zoom_out: string
  readonly toggle_attribution: string
  /** Plain text that credits the data. */
  readonly attribution: string
  /** `93 trạm` under a unit's share at scales where single sites are dots. */
  readonly site_count: (count: number) => string
  /** `còn 5`, on units too small for their name. */
  readonly remaining_count: (count: number) => string
}

/** A move to be seen on the map: proposed, or past. Without `from` a place that is new. */
export interface MapMove {
  readonly id: number
  readonly from: LngLat | null
  readonly to: LngLat
  readonly label: string
  readonly is_selected: boolean
}

export type MapDirection = 'north' | 'east' | 'south' | 'west'

/** What is being placed or compared. */
export interface MapEditing {
  /** The site that is edited; null for a new one, and where only moves are shown. */
  readonly site_id: number | null
  /** Where it stands now; null for one that is new. */
  readonly from: LngLat | null
  /** Where it is to stand; null until a place is chosen. */
  readonly position: LngLat | null
  /** Read out with the mark that can be dragged. */
  readonly marker_label: string
  readonly distance_label: string
  /** The commune (to 6/2025) whose edge is drawn. */
  readonly commune_code: string | null
  readonly moves: readonly MapMove[]
  /** `this`: a click means what is edited; `anything`: it may also select, as ever. */
  readonly clicks_mean: 'this' | 'anything'
  /** While it is dragged, and where it is let go. */
  readonly onMove: (position: LngLat, phase: 'moving' | 'moved') => void
  /** An arrow key on the mark. */
  readonly onNudge: (direction: MapDirection) => void
  readonly onClick: (position: LngLat, move_id: number | null) => void
}

/** A place of a tool that can be dragged, and moved by the arrow keys. */
export interface ToolMark {
  readonly id: string
  readonly position: LngLat
  /** Read out with the mark. */
  readonly label: string
  /** A circle that follows the hand; where it is let go the overlay has it. Null: a point alone. */
  readonly radius_m: number | null
}

/** What clicks and drags mean while a tool is in use, instead of selecting. */
export interface MapTool {
  readonly marks: readonly ToolMark[]
  readonly onClick: (position: LngLat) => void
  /** Where the pointer is, at most once a frame; null when it has left the map. */
  readonly onPointer?: (position: LngLat | null) => void
  readonly onMarkMove: (id: string, position: LngLat, phase: 'moving' | 'moved') => void
  readonly onMarkNudge: (id: string, direction: MapDirection) => void
  /** A press of Enter or a double click ends what clicks have begun. */
  readonly onFinish?: () => void
}

export type MapFailure = 'webgl' | 'context_lost'

export interface MapViewProps {
  readonly theme: MapTheme
  readonly texts: MapTexts
  readonly sources: MapSources
  readonly carriers: readonly MapCarrier[]
  /** Null until the first answer. */
  readonly choropleth: Choropleth | null
  /** Null until the first answer: villages are not drawn before. */
  readonly village_states: VillageStates | null
  /** Drawn under the data, instead of our neighbours; null: our own base map alone. */
  readonly online_base_map: StyleSpecification | null
  readonly visible: ReadonlySet<SwitchableLayer>
  readonly selection: MapSelection
  /** Null: nothing is edited. */
  readonly editing: MapEditing | null
  /** What lies over the map for a while; empty: nothing. */
  readonly overlay: readonly OverlayFeature[]
  /** Null: clicks select. */
  readonly tool: MapTool | null
  /** Code of the unit under the pointer, on the map or in the table. */
  readonly highlight: string | null
  readonly padding: MapPadding
  readonly camera: CameraRequest
  /** Null: this map looks where it likes. */
  readonly camera_link: CameraLink | null
  /** The strongest first (village gap, site, village, route, unit). Empty: nothing is there. */
  readonly onSelect: (candidates: readonly MapCandidate[]) => void
  readonly onHover: (code: string | null) => void
  /** The place under the pointer, at most once a frame. */
  readonly onPlace: (place: LngLat) => void
  /** A right click, or a finger that stays; `x` and `y` in pixels of the window. */
  readonly onPlaceMenu: (menu: { readonly place: LngLat; readonly x: number; readonly y: number }) => void
  readonly onCameraChange: (camera: CameraState) => void
  readonly onViewCounts: (counts: ViewCounts) => void
  /** Once: shares and names are drawn. */
  readonly onReady: () => void
  readonly onFailure: (failure: MapFailure) => void
}

/** What is drawn, wherever one looks from: the map on the screen and the map on a sheet have it in common. */
export type MapScene = Pick<
  MapViewProps,
  | 'theme'
  | 'texts'
  | 'sources'
  | 'carriers'
  | 'choropleth'
  | 'village_states'
  | 'online_base_map'
  | 'visible'
  | 'selection'
  | 'overlay'
>
