import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { parseBBox } from '../../../server/routes/parse-bbox.ts'

it('reads west, south, east, north', () => {
  expect(parseBBox('102.1,20.88,103.6,22.55')).toEqual([102.1, 20.88, 103.6, 22.55])
  expect(parseBBox(' -1.5, -2 ,+3,4 ')).toEqual([-1.5, -2, 3, 4])
})

it('reads every box that it accepts back as it was', () => {
  const corner = fc.integer({ min: -30_000, max: 29_999 }).map((n) => n / 1_000)
  const size = fc.integer({ min: 1, max: 30_000 }).map((n) => n / 1_000)
  fc.assert(
    fc.property(corner, corner, size, size, (west, south, width, height) => {
      const box = [west, south, west + width, south + height].map((degrees) => Number(degrees.toFixed(6)))
      expect(parseBBox(box.join(','))).toEqual(box)
    }),
  )
})

it('either reads a box that makes sense or refuses the field by name', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        const [west, south, east, north] = parseBBox(text)
        expect(west < east && south < north).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect(error).toMatchObject({ code: 'parameter_invalid', params: { field: 'bbox', value: text } })
      }
    }),
  )
})
