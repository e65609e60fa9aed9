/** In which months did stations go on air or off? */
import { Type } from 'typebox'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

export const listStationMonths = defineEndpoint({
  method: 'GET',
  path: paths.listStationMonths,
  tag: 'map',
  summary: 'How many stations went on air and off in each month',
  description:
    'Until today, months with neither left out. Only stations whose days the reader may know: a visitor gets none, a ' +
    'carrier its own.',
  example: { months: [{ month: '2018-06', on_air: 3, off_air: 0 }] },
  response: Type.Object({
    months: Type.Array(
      Type.Object({ month: Type.String(), on_air: Type.Integer(), off_air: Type.Integer() }),
    ),
  }),
})

export type StationMonths = ResponseOf<typeof listStationMonths>
