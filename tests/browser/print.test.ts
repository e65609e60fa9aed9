import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listViolationsOnEveryScreen } from '../helpers/accessibility.ts'
import { desktop, waitForLabels, type Screen } from '../helpers/browser.ts'
import { readPdf } from '../helpers/read-pdf.ts'
import { prepareStories } from '../helpers/stories.ts'

/** Two shared cores draw a map of the size of a sheet in software. */
const patience_ms = 150_000

describe('the map on paper', { timeout: 2 * patience_ms }, () => {
  const { visit } = prepareStories({ content: 'sample' })

  async function openPrint(path: string, screen: Screen = desktop): Promise<Page> {
    const page = await visit(`${path}&page=print`, screen)
    await waitForLabels(page)
    await page.locator('canvas[data-drawn=true]').waitFor({ timeout: patience_ms })
    return page
  }

  async function download(page: Page, button: string): Promise<Buffer> {
    const coming = page.waitForEvent('download', { timeout: patience_ms })
    await page.getByRole('button', { name: button }).click()
    return readFile(await (await coming).path())
  }

  it('comes as an A4 PDF whose words can be read, with the sample mark and the address of the view', async () => {
    const page = await openPrint('/?service=4g')
    await page.getByLabel('Tiêu đề').fill('Sóng 4G ở Mường Nhé, Tủa Chùa, Nậm Pồ')
    const { width_pt, height_pt, text } = await readPdf(await download(page, 'Tải PDF'))
    expect([width_pt, height_pt].map(Math.round)).toEqual([842, 595])
    for (const words of [
      'Sóng 4G ở Mường Nhé, Tủa Chùa, Nậm Pồ',
      'DỮ LIỆU MẪU',
      'chưa có sóng 4G',
      'mọi nhà mạng',
      '30/06/2021',
      '94,4 %',
      '/?service=4g',
    ])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words)
    expect(text).not.toContain('page=print')
  })

  it('comes as an A3 picture of 200 dots per inch, light though the screen is dark', async () => {
    const page = await openPrint('/?service=4g', { ...desktop, theme: 'dark' })
    await page.getByRole('radio', { name: 'A3' }).check()
    await page.getByRole('radio', { name: 'Dọc' }).check()
    const picture = await download(page, 'Tải PNG')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([2339, 3307])
    const colors = await countColors(page, picture)
    expect(colors.corner).toEqual([255, 255, 255])
    expect(colors.count).toBeGreaterThan(200)
  })

  it('can be called off', async () => {
    const page = await openPrint('/?service=4g')
    await page.getByRole('button', { name: 'Tải PDF' }).click()
    await page.getByRole('button', { name: 'Hủy' }).click()
    await page.getByText('Đã hủy, chưa có tệp nào được tải.').waitFor()
  })

  it('has no violation', async () => {
    expect(await listViolationsOnEveryScreen(await openPrint('/?service=4g'))).toEqual([])
  })
})

/** Different colours of every 97th pixel, and the first pixel. */
async function countColors(page: Page, picture: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const seen = new Set<number>()
    for (let at = 0; at < data.length; at += 4 * 97)
      seen.add(data[at]! * 65536 + data[at + 1]! * 256 + data[at + 2]!)
    return { count: seen.size, corner: [...data.slice(0, 3)] }
  }, picture.toString('base64'))
}
