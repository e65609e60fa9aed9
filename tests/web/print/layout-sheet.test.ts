import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText, layoutSheet } from '../../../web/print/layout-sheet.ts'
import {
  orientations,
  paperSizes,
  toDotsPerInch,
  toFineness,
  toMapSize_px,
  toSheet,
} from '../../../web/print/paper.ts'
import { toScaleBar } from '../../../web/print/scale-bar.ts'
import type { LegendGroup, SheetContent } from '../../../web/print/sheet-content.ts'
import { point_mm, type Measure, type SheetPart } from '../../../web/print/sheet-drawing.ts'
import { wrapText } from '../../../web/print/wrap-text.ts'

const measure: Measure = (text, { size_pt }) => text.length * size_pt * point_mm * 0.55
const papers = paperSizes.flatMap((size) => orientations.map((orientation) => ({ size, orientation })))

function toContent(entries: number): SheetContent {
  const group = (title: string): LegendGroup => ({
    title,
    entries: Array.from({ length: entries }, (_, index) => ({
      mark: { type: 'swatch', color: '#80cdc1', opacity: 0.86 },
      label: `chưa có sóng 4G số ${index}`,
    })),
    note: null,
  })
  return {
    title: 'Tỷ lệ thôn, bản có sóng 4G, Điện Biên',
    question: 'theo huyện · tính theo thôn, bản · mọi nhà mạng · đến 30/06/2021',
    answer: '94,4 % · 1.364 trong 1.445 thôn, bản có sóng 4G',
    sample: { mark: 'DỮ LIỆU MẪU', reason: 'không dùng để điều hành' },
    legend: [group('Tỷ lệ'), group('Thôn, bản'), group('Trạm BTS')],
    scale: {
      metres: 20000,
      length_mm: 20,
      denominator: 1_000_000,
      length_text: '20 km',
      scale_text: '1 : 1.000.000',
    },
    north: 'B',
    footer: ['Số liệu mẫu', `https://ban-do.vn/?${'x'.repeat(600)}`],
    map: { canvas: {} as HTMLCanvasElement },
  }
}

const isText = (part: SheetPart) => part.type === 'text'

describe('a sheet', () => {
  it.each(papers)('of $size, $orientation keeps every word on the paper', (paper) => {
    const sheet = toSheet(paper)
    for (const entries of [1, 5, 10]) {
      const texts = layoutSheet(toContent(entries), { sheet, measure }).parts.filter(isText)
      for (const text of texts) {
        expect(text.x, text.text).toBeGreaterThanOrEqual(sheet.head.x)
        expect(text.x + measure(text.text, text), text.text).toBeLessThanOrEqual(
          sheet.width - sheet.head.x + 0.1,
        )
        expect(text.y, text.text).toBeLessThanOrEqual(sheet.height - sheet.head.y / 2)
      }
    }
  })

  it.each(papers)('of $size, $orientation explains all entries of a long legend', (paper) => {
    const texts = layoutSheet(toContent(10), { sheet: toSheet(paper), measure }).parts.filter(isText)
    expect(texts.filter(({ text }) => text.startsWith('chưa có')).length).toBe(30)
  })

  it.each(papers)('of $size, $orientation says within the map that the data are samples', (paper) => {
    const sheet = toSheet(paper)
    const mark = layoutSheet(toContent(1), { sheet, measure })
      .parts.filter(isText)
      .find(({ text }) => text === 'DỮ LIỆU MẪU')!
    expect(mark.x).toBeGreaterThan(sheet.map.x)
    expect(mark.y).toBeGreaterThan(sheet.map.y)
    expect(mark.y).toBeLessThan(sheet.map.y + sheet.map.height)
  })

  it('says nothing of samples when the data are none', () => {
    const content = { ...toContent(1), sample: null }
    const { parts } = layoutSheet(content, { sheet: toSheet(papers[0]!), measure })
    expect(parts.filter(isText).some(({ text }) => text.includes('MẪU'))).toBe(false)
  })

  it('draws the map as fine on A3 as on A4, with larger marks', () => {
    const [a4, a3] = [
      toSheet({ size: 'a4', orientation: 'landscape' }),
      toSheet({ size: 'a3', orientation: 'landscape' }),
    ]
    expect(toDotsPerInch(a3, toFineness(a3, 200))).toBeCloseTo(200)
    expect(toFineness(a3, 200) / toFineness(a4, 200)).toBeCloseTo(1.25)
    const widths = [a4, a3].map((sheet) => toMapSize_px(sheet).width * toFineness(sheet, 200))
    expect(widths[1]! / 200).toBeCloseTo(a3.map.width / 25.4, 1)
  })
})

it('cuts a title that is too long even when small', () => {
  const fitted = fitText('a'.repeat(400), { look: { size_pt: 17, weight: 600 }, width: 200, measure })
  expect(fitted.text.endsWith('…')).toBe(true)
  expect(measure(fitted.text, fitted.look)).toBeLessThanOrEqual(201)
})

it('breaks lines without losing a letter, and none is too wide', () => {
  const look = { size_pt: 8, weight: 400 } as const
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,40}$/), { minLength: 1 }), (words) => {
      const lines = wrapText(words.join(' '), { look, width_mm: 30, measure })
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
      for (const line of lines) expect(measure(line, look)).toBeLessThanOrEqual(30)
    }),
  )
})

it('makes a scale bar of 1, 2 or 5 that fits and is longer than a third of the room', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 5000, noNaN: true }), (metres_per_mm) => {
      const bar = toScaleBar(metres_per_mm, 32)
      expect(bar.length_mm).toBeLessThanOrEqual(32.001)
      expect(bar.length_mm).toBeGreaterThan(32 / 3)
      expect(String(bar.metres)[0]).toMatch(/[125]/)
      expect(bar.metres / bar.length_mm).toBeCloseTo(metres_per_mm, 6)
    }),
  )
})
