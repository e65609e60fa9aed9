import { expect, it } from 'vitest'
import { toDriveBounds } from '../../../web/state/drive-points.ts'

it('shows all points of a drive test, wherever it began', () => {
  const lng = [103.02, 103.01, 103.05]
  const lat = [21.5, 21.52, 21.49]
  const points = { lng, lat } as unknown as Parameters<typeof toDriveBounds>[0]
  expect(toDriveBounds(points)).toEqual([103.01, 21.49, 103.05, 21.52])
})
