/** In which order does the page come to life? Data are asked for before anything is drawn. */
import { ApiProblem, call } from './api.ts'
import { askNow, fillEngine } from './ask.ts'
import { followAddress } from './follow-address.ts'
import { speak } from './i18n/i18n.ts'
import { loadLayer, reloadDatedLayers } from './load-layers.ts'
import { loadOnlineBaseMap } from './load-online-base-map.ts'
import { followSession } from './session.ts'
import { readStoredTheme, watchSystemTheme } from './theme.ts'
import { useApp } from './state/store.ts'
import { useTimeMotion } from './state/time-motion.ts'
import { settle } from './state/transitions.ts'

/** Where the changes were before anything was asked for: what happens while the page opens is heard of as well. */
let position: Promise<string | null> = Promise.resolve(null)

/** Called once, before the first drawing. */
export function start(): void {
  followAddress()
  readStoredTheme()
  watchSystemTheme()
  void speak(useApp.getState().language)
  useApp.subscribe((state, before) => {
    if (state.language !== before.language) void speak(state.language)
    if (state.question.as_of !== before.question.as_of) {
      if (useTimeMotion.getState().phase === 'still') reloadDatedLayers()
      followDay()
    }
    if (state.visible !== before.visible) loadVisible()
    if (
      state.question !== before.question ||
      state.sources !== before.sources ||
      state.selection !== before.selection ||
      state.map_status !== before.map_status
    )
      void askNow()
  })
  // While time runs, sites would be fetched for every day that it passes: they follow at rest.
  useTimeMotion.subscribe(({ phase }) => phase === 'still' && reloadDatedLayers())
  position = askPosition()
  void open()
  followSession(open)
}

/** Loads what the opening view needs; again after a failure. */
export async function open(): Promise<void> {
  useApp.setState({ opening_problem: null })
  try {
    const [villages, statements] = await Promise.all([
      loadOrThrow('villages'),
      call('listVillageServices'),
      loadOrThrow('districts'),
      openProvince(),
    ])
    await fillEngine(villages, statements)
    followDay()
    loadVisible()
    void checkAddress()
    // Small, and every list of gaps names who has been assigned.
    void loadLayer('assignments')
    follow()
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    useApp.setState({ opening_problem: error })
  }
}

/** Most addresses name neither a day nor a unit. */
async function checkAddress(): Promise<void> {
  const { question, selection } = useApp.getState()
  if (question.as_of === null && selection.type !== 'unit') return
  await (await import('./check-address.ts')).checkAddress()
}

let isFollowing = false

/** Only when everything is there that a change could touch. */
function follow(): void {
  if (isFollowing) return
  isFollowing = true
  void Promise.all([import('./live.ts'), position]).then(([{ followChanges }, from]) => followChanges(from))
}

async function askPosition(): Promise<string | null> {
  try {
    return (await call('listEvents')).last_id
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    return null
  }
}

/** Of a province whose villages have always been the same nothing is fetched. */
function followDay(): void {
  const { province } = useApp.getState()
  if (province === null || province.data.village_days.length === 0) return
  void import('./reload-coverage.ts').then(({ followVillageDay }) => followVillageDay())
}

/** The map can be made as soon as it knows where to look. */
async function openProvince(): Promise<void> {
  const province = await call('getProvince')
  useApp.setState({ province })
  useApp.setState((state) => settle(state))
  void Promise.all([loadLayer('base-map'), loadLayer('province')])
  void loadOnlineBaseMap(province.basemap_style_url)
}

async function loadOrThrow(id: 'villages' | 'districts') {
  const collection = await loadLayer(id)
  if (collection !== null) return collection
  throw useApp.getState().layer_problems[id] ?? new ApiProblem('network')
}

function loadVisible(): void {
  const { visible, province } = useApp.getState()
  if (province === null) return
  for (const id of visible) void loadLayer(id)
}
