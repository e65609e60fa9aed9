/** With which inks is a sheet printed? Paper is light, whatever the screen is. */
import { palettes } from '../layers/palette.ts'

const { ink, soft_ink, gap, province_line } = palettes.light

export const sheetInks = { ink, soft_ink, warning: gap, line: province_line } as const
