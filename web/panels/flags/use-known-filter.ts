/** Which filter holds? A carrier or a district that a link names and that does not exist is none, and is said. */
import { useEffect } from 'react'
import { loadLayer } from '../../load-layers.ts'
import type { IgnoredPart } from '../../state/address/address-part.ts'
import type { FlagFilter } from '../../state/flag-view.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures } from '../../state/units.ts'

export function useKnownFilter(): FlagFilter {
  const flags = useApp((state) => state.flags)
  const carriers = useApp((state) => state.province?.carriers)
  const districts = useApp((state) => state.sources.districts)
  useEffect(() => void loadLayer('districts'), [])
  useEffect(() => {
    if (carriers === undefined || districts === null) return
    const knowsCarrier = carriers.some(({ code }) => code === flags.carrier)
    const knowsDistrict = getUnitFeatures(districts).some(
      ({ properties }) => properties.code === flags.district,
    )
    const unknown: IgnoredPart[] = [
      ...(flags.carrier === 'all' || knowsCarrier
        ? []
        : [{ key: 'flag_carrier', value: flags.carrier, reason: 'no_such_carrier' as const }]),
      ...(flags.district === 'all' || knowsDistrict
        ? []
        : [{ key: 'flag_district', value: flags.district, reason: 'no_such_unit' as const }]),
    ]
    if (unknown.length === 0) return
    useApp.setState((state) => ({
      ignored: [...state.ignored, ...unknown],
      flags: {
        ...flags,
        carrier: knowsCarrier ? flags.carrier : 'all',
        district: knowsDistrict ? flags.district : 'all',
      },
    }))
  }, [flags, carriers, districts])
  return flags
}
