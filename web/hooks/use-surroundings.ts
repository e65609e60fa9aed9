/** What stands around the villages? Asked of the worker when somebody first wants to know, and again when it may be otherwise. */
import { useEffect, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Surroundings } from '../../core/gaps/surroundings.ts'
import { toGapRoutes, toGapSites } from '../../core/gaps/to-inventory.ts'
import type { FeatureCollection } from '../../core/geo.ts'
import { engine } from '../engine.ts'
import { loadLayer } from '../load-layers.ts'
import { isUnplaced } from '../state/gap-rows.ts'
import { isShownPublicly } from '../state/session-slice.ts'
import { useApp } from '../state/store.ts'
import { getVillageFeatures } from '../state/units.ts'

export type SurroundingsById = ReadonlyMap<number, Surroundings>

interface Sources {
  readonly villages: FeatureCollection
  readonly sites: FeatureCollection
  readonly routes: FeatureCollection
  readonly as_of: string
  /** This reader is shown no site at all: that none is near would be wrong. */
  readonly sites_are: 'shown' | 'counted'
}

/** Null until everything is there, and where it could not be loaded. Villages without a position are not in it. */
export function useSurroundings(): SurroundingsById | null {
  const sources = useApp(
    useShallow((state) => ({
      villages: state.sources.villages,
      sites: state.sources.sites,
      routes: state.sources['cable-routes'],
      as_of: state.question.as_of ?? state.today,
      sites_are:
        isShownPublicly(state) && state.session?.public_sites === 'count'
          ? ('counted' as const)
          : ('shown' as const),
      // Before the first answer the worker may not hold the villages.
      isAnswered: state.answer !== null,
    })),
  )
  const [found, setFound] = useState<SurroundingsById | null>(null)
  useEffect(() => {
    void loadLayer('sites')
    void loadLayer('cable-routes')
  }, [sources.as_of])
  const { villages, sites, routes, as_of, sites_are, isAnswered } = sources
  useEffect(() => {
    if (villages === null || sites === null || routes === null || !isAnswered) return
    let isWanted = true
    void find({ villages, sites, routes, as_of, sites_are }).then((fresh) => isWanted && setFound(fresh))
    return () => {
      isWanted = false
    }
  }, [villages, sites, routes, as_of, sites_are, isAnswered])
  return found
}

/** The last answer, for whoever asks the same: the list, the panel of a village. */
let last: { readonly sources: Sources; readonly found: Promise<SurroundingsById> } | null = null

function find(sources: Sources): Promise<SurroundingsById> {
  if (last === null || !isSame(last.sources, sources)) last = { sources, found: ask(sources) }
  return last.found
}

function isSame(a: Sources, b: Sources): boolean {
  return (
    a.villages === b.villages &&
    a.sites === b.sites &&
    a.routes === b.routes &&
    a.as_of === b.as_of &&
    a.sites_are === b.sites_are
  )
}

async function ask({ villages, sites, routes, as_of, sites_are }: Sources): Promise<SurroundingsById> {
  const features = getVillageFeatures(villages)
  const found = await engine.findSurroundings({
    sites: sites_are === 'counted' ? null : toGapSites(sites.features),
    routes: toGapRoutes(routes.features),
    as_of,
    unplaced_ids: features.filter(({ properties }) => isUnplaced(properties)).map(({ id }) => id),
  })
  return new Map(
    features.flatMap(({ id }, index) => {
      const surroundings = found[index] ?? null
      return surroundings === null ? [] : [[id, surroundings] as const]
    }),
  )
}
