/** Under which titles do lists have the bands of stations? Of all technologies in one column, or a column for each. */
import { technologies } from '../../inventory/sites.ts'
import { byNoun, type FieldGiven } from './field.ts'

const titles = ['bang tan', 'tan so', 'bang tan so']

export const bandsField: FieldGiven = {
  vi: 'Băng tần (MHz)',
  en: 'Bands (MHz)',
  read: byNoun,
  columns: 'many',
  also: [
    ...titles,
    ...titles.flatMap((title) => technologies.map((technology) => `${title} ${technology}`)),
    'bang tan hoat dong',
    'bang tan su dung',
    'bang tan phat song',
    'tan so phat',
    'tan so hoat dong',
    'bands',
    'band',
    'frequency',
    'frequency band',
    'frequency mhz',
  ],
}
