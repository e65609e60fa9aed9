/** How do trial sites get on the map, and what does a hand do with them there? */
import { useEffect, useMemo, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { toCircleTechnologies } from '../../../core/coverage/circle-technologies.ts'
import type { SiteCircle } from '../../../core/coverage/site-circle.ts'
import type { LngLat } from '../../../core/geo.ts'
import { askTrial } from '../../ask-trial.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { MapDirection } from '../../map/map-view-props.ts'
import { toGainedOverlay, toTrialOverlay } from '../../state/circle-features.ts'
import { setMapTool, setOverlay } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'
import { useTrialScreen } from '../../state/trial-screen.ts'
import { withMovedSite, withTrialSite } from '../../state/trial-sites.ts'
import { getVillageFeatures } from '../../state/units.ts'

/** Metres of one press of an arrow key. */
const step_m = 100
const metresPerDegree = 111_320
/**
 * The least time between two drawings of the gained villages while a hand moves a site: each one makes the map draw itself
 * anew. Where that takes the screen long, they are fewer still; the list follows every answer.
 */
const marksPace_ms = 250

const steps: Readonly<Record<MapDirection, readonly [east: number, north: number]>> = {
  north: [0, 1],
  east: [1, 0],
  south: [0, -1],
  west: [-1, 0],
}

export function useTrialMap(): void {
  useTrialTool()
  useTrialCircles()
  useGainedMarks()
  useAsking()
  useEffect(
    () => () => {
      cancelAnimationFrame(frame)
      setMapTool(null)
      for (const name of ['trial', 'trial-gained']) setOverlay(name, [])
      useTrialScreen.setState({ moving: null })
    },
    [],
  )
}

function useTrialTool(): void {
  const { p, formats } = usePartWords('circles')
  const trial = useApp((state) => state.trial)
  useEffect(() => {
    setMapTool({
      marks: trial.map(({ position, radius_m }, index) => ({
        id: String(index),
        position,
        radius_m,
        label: p('trial.marker', { n: index + 1, radius: formats.distance(radius_m) }),
      })),
      onClick: (position) => useApp.setState((state) => ({ trial: withTrialSite(state.trial, position) })),
      onMarkMove: (id, position, phase) => move(withMovedSite(trial, Number(id), position), phase),
      onMarkNudge: (id, direction) => {
        const site = trial[Number(id)]
        if (site !== undefined)
          move(withMovedSite(trial, Number(id), nudge(site.position, direction)), 'moved')
      },
    })
  }, [trial, p, formats])
}

/** For the benchmark, which reads what a movement costs; the entry does not stay. */
function measured(work: () => void): void {
  const start = performance.now()
  work()
  performance.measure('trial-move', { start })
  performance.clearMeasures('trial-move')
}

let frame = 0

/** The mark carries its circle along; the answer comes when the worker has it; only where it is let go is a step of the address. */
function move(trial: readonly SiteCircle[], phase: 'moving' | 'moved'): void {
  // A hand moves more often than a screen shows it.
  cancelAnimationFrame(frame)
  if (phase === 'moved') {
    useTrialScreen.setState({ moving: null })
    useApp.setState({ trial })
    return
  }
  frame = requestAnimationFrame(() =>
    measured(() => {
      useTrialScreen.setState({ moving: trial })
      askTrial(trial)
    }),
  )
}

export function nudge([lng, lat]: LngLat, direction: MapDirection): LngLat {
  const [east, north] = steps[direction]
  const perDegree_m = metresPerDegree * Math.cos((lat * Math.PI) / 180)
  return [lng + (east * step_m) / perDegree_m, lat + (north * step_m) / metresPerDegree]
}

function useTrialCircles(): void {
  const { p, formats } = usePartWords('circles')
  const trial = useApp((state) => state.trial)
  useEffect(() => {
    const draw = (shown: readonly SiteCircle[]) =>
      setOverlay(
        'trial',
        toTrialOverlay(trial, shown, ({ radius_m }, index) =>
          p('trial.on_map', { n: index + 1, radius: formats.distance(radius_m) }),
        ),
      )
    draw(trial)
    return useTrialScreen.subscribe(({ moving }, before) => {
      // Once when a hand takes one up: the map need not be drawn with every movement.
      if (moving !== null && before.moving === null) draw(trial.filter((site) => moving.includes(site)))
    })
  }, [trial, p, formats])
}

function useGainedMarks(): void {
  const pace = useRef({ drawn_ms: -Infinity, cost_ms: 0 })
  const isMoving = useTrialScreen(({ moving }) => moving !== null)
  // Many movements gain the same villages: nothing is drawn anew then.
  const gained = useTrialScreen(
    useShallow(({ answered }) =>
      // A cable has no circle: of it nothing is said.
      answered === null || toCircleTechnologies(answered.view.question.service).length === 0
        ? []
        : answered.answer.gained.map(({ id }) => id),
    ),
  )
  const villages = useApp((state) => state.sources.villages)
  const positionOf = useMemo(
    () =>
      new Map(
        getVillageFeatures(villages).map(({ id, geometry }) => [
          id,
          geometry.coordinates as unknown as LngLat,
        ]),
      ),
    [villages],
  )
  useEffect(() => {
    const draw = () => {
      const drawn_ms = performance.now()
      pace.current.drawn_ms = drawn_ms
      afterFrames(3, () => (pace.current.cost_ms = performance.now() - drawn_ms))
      const placed = gained.flatMap((id) => {
        const position = positionOf.get(id)
        return position === undefined ? [] : [{ id, position }]
      })
      setOverlay('trial-gained', toGainedOverlay(placed))
    }
    const { drawn_ms, cost_ms } = pace.current
    const pause_ms = isMoving ? Math.max(marksPace_ms, 2 * cost_ms) : 0
    const timer = setTimeout(draw, Math.max(drawn_ms + pause_ms - performance.now(), 0))
    return () => clearTimeout(timer)
  }, [gained, positionOf, isMoving])
}

function afterFrames(count: number, work: () => void): void {
  requestAnimationFrame(() => (count === 1 ? work() : afterFrames(count - 1, work)))
}

/** Anew when the trial sites are let go, when another question has been answered, and when sites or the radius change. */
function useAsking(): void {
  const trial = useApp((state) => state.trial)
  const answer = useApp((state) => state.answer)
  const sites = useApp((state) => state.sources.sites)
  const radius_m = useApp((state) => state.circle_radius_m)
  useEffect(() => askTrial(trial), [trial, answer, sites, radius_m])
}
