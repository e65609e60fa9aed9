import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { palettes, type MapTheme } from '../../../web/layers/palette.ts'

const tokens = readFileSync(new URL('../../../web/styles/tokens.css', import.meta.url), 'utf8')

/** The value of a custom property in the block of the theme. */
function getToken(theme: MapTheme, name: string): string | undefined {
  const selector = theme === 'light' ? ':root {' : ":root[data-theme='dark'] {"
  const start = tokens.indexOf(selector)
  const block = tokens.slice(start, tokens.indexOf('}', start))
  return new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1]
}

/** Relative luminance, WCAG 2.2. */
function toLuminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function toContrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [toLuminance(a), toLuminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('the palette of the map, %s', (theme) => {
  const palette = palettes[theme]

  it('shows what the legend shows', () => {
    for (const name of ['gap', 'site', 'generator', 'cable', 'paper', 'water', 'road'] as const)
      expect(palette[name], name).toBe(getToken(theme, name))
  })

  it('writes names with enough contrast to their halo', () => {
    for (const text of [palette.ink, palette.gap, palette.soft_ink])
      expect(toContrast(text, palette.halo)).toBeGreaterThanOrEqual(4.5)
  })

  it('cuts marks out of any ground with an edge they stand against', () => {
    for (const mark of [palette.gap, palette.site, palette.generator, palette.cable])
      expect(toContrast(mark, palette.mark_edge)).toBeGreaterThanOrEqual(3)
  })
})
