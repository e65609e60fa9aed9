import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listViolations } from '../helpers/accessibility.ts'
import { launchBrowser, openPage } from '../helpers/browser.ts'
import { findFreePort } from '../helpers/free-port.ts'
import { client, startIdentityProvider, type IdentityProvider } from '../helpers/identity-provider.ts'
import { startServer, type RunningServer } from '../helpers/server.ts'

describe('signing in through a provider', () => {
  let provider: IdentityProvider
  let running: RunningServer
  let browser: Browser
  let close = () => Promise.resolve()

  beforeAll(async () => {
    const port = await findFreePort()
    const origin = `http://127.0.0.1:${port}`
    provider = await startIdentityProvider(`${origin}/api/session/provider/return`)
    running = await startServer('sample', 'postgres', {
      PORT: String(port),
      PUBLIC_URL: origin,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'Cổng của tỉnh',
      OIDC_ROLES: 'so:kh:staff, doanh-nghiep:carrier',
    })
    browser = await launchBrowser()
  })
  afterEach(() => close())
  afterAll(async () => {
    await browser.close()
    await running.close()
    await provider.close()
  })

  async function visit(path: string): Promise<Page> {
    const opened = await openPage(browser, `${running.origin}${path}`)
    close = opened.close
    return opened.page
  }

  /** On the provider's own pages. */
  async function passPages(page: Page, subject: string): Promise<void> {
    await page.getByPlaceholder('Enter any login').fill(subject)
    await page.getByPlaceholder('and password').fill('any')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(`${running.origin}/**`)
  }

  it('says why somebody is not let in, in both languages, and lets them in once they may', async () => {
    const page = await visit('/?page=sign-in')
    await page.getByRole('link', { name: 'Đăng nhập bằng Cổng của tỉnh' }).click()
    await passPages(page, 'lan')
    await page.getByRole('alert').getByText('Tài khoản ở Cổng của tỉnh chưa được cấp quyền').waitFor()
    expect(new URL(page.url()).search).toBe('?page=sign-in')
    expect(await listViolations(page)).toEqual([])
    await page.getByRole('button', { name: /^EN/ }).click()
    await page.getByRole('alert').getByText('The account at Cổng của tỉnh has no rights').waitFor()
    await page.getByRole('button', { name: /^VI/ }).click()

    provider.people.set('lan', { role: 'so:kh', name: 'Nguyễn Thị Lan', preferred_username: 'lan.nguyen' })
    await page.getByRole('link', { name: 'Đăng nhập bằng Cổng của tỉnh' }).click()
    await page.locator('.account-menu summary', { hasText: 'Nguyễn Thị Lan' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('says that it was broken off there, or that the answer names what is not here', async () => {
    const page = await visit('/?page=sign-in')
    await page.getByRole('link', { name: 'Đăng nhập bằng Cổng của tỉnh' }).click()
    await page.getByRole('link', { name: 'Cancel' }).click()
    await page
      .getByText('Chưa đăng nhập được: Cổng của tỉnh không trả lời đúng, hoặc bị ngắt giữa chừng.')
      .waitFor()

    provider.people.set('hoa', { role: 'doanh-nghiep', carrier: 'khong-co' })
    await page.getByRole('link', { name: 'Đăng nhập bằng Cổng của tỉnh' }).click()
    await passPages(page, 'hoa')
    await page.getByText('Cổng của tỉnh khai nhà mạng hoặc đơn vị mà bản đồ này không có.').waitFor()
  })

  it('an address that says anything is told as a failure, never as it stands', async () => {
    const page = await visit('/?sign_in_problem=%3Cb%3Echuyển%20tiền%3C/b%3E')
    await page.getByText('Chưa đăng nhập được:', { exact: false }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('chuyển tiền')
    await page.reload()
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    expect(await page.getByText('Chưa đăng nhập được').count()).toBe(0)
  })
})
