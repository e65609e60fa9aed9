/** Which rules of accessibility does a page break? */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { desktop, phone, type Screen } from './browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where everything has to hold: a page once opened is turned from one to the next, as opening it anew takes seconds. */
export const everyScreen: readonly Screen[] = [desktop, { ...desktop, theme: 'dark' }, phone]

/** As `listViolations`, on a desktop light and dark and on a phone; and what is wider than the screen. */
export async function listViolationsOnEveryScreen(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const { width, height, theme } of everyScreen) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme })
    // Two frames: what follows the size of the window is drawn.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    const wide_px = await page.evaluate(() => document.documentElement.scrollWidth)
    const violations = await listViolations(page)
    if (wide_px > width) violations.push(`the page is ${wide_px} pixels wide`)
    found.push(...violations.map((violation) => `${width} ${theme}: ${violation}`))
  }
  return found
}

/** One line per rule and element; empty when there is nothing to complain about. */
export async function listViolations(page: Page): Promise<string[]> {
  // Evaluated through the debugger: the page's own policy allows no foreign script.
  await page.evaluate(axeSource)
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  )
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
    ),
  )
}
