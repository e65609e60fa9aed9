import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiProblem } from '../../../web/api.ts'
import { createServer, openBrowser, toFile, toReport } from './writer.ts'

const me = 3
const colleague = 4

describe('what is written without the network', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>

  beforeEach(async () => {
    browser = await openBrowser()
  })
  afterEach(() => vi.unstubAllGlobals())

  const listKeys = async (user_id = me) => {
    const { reports, files } = await browser.listUnsent(user_id)
    return [...reports, ...files].map(({ key }) => key)
  }
  const keep = async (...items: readonly (ReturnType<typeof toReport> | ReturnType<typeof toFile>)[]) => {
    for (const item of items) {
      if ('content' in item) await browser.keepUnsent({ report: null, files: [item] })
      else await browser.keepUnsent({ report: item, files: [] })
    }
  }

  it('goes in the order of writing, reports before files, and is gone from here when it is there', async () => {
    const [first, second] = [toReport(me), toReport(me, { assignment_id: 8 })]
    const photo = toFile(me, { written_at: '2020-01-01T00:00:00Z' })
    await keep(second, photo, first)
    const server = createServer(me)
    expect(await browser.sendUnsent(me, server)).toBe('all')
    expect(server.taken).toEqual([first.key, second.key, photo.key])
    expect(await listKeys()).toEqual([])
  })

  it('keeps a file as it was, byte by byte', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000))
    await keep(toFile(me, { content: new Blob([bytes]) }))
    const [file] = (await browser.listUnsent(me)).files
    expect(new Uint8Array(await file!.content.arrayBuffer())).toEqual(bytes)
  })

  it('belongs to its author: a colleague neither sees nor counts nor sends it', async () => {
    await keep(toReport(me), toFile(me))
    browser.useOutbox.setState({ user_id: colleague })
    await browser.readUnsent()
    expect(browser.useOutbox.getState()).toMatchObject({ reports: [], files: [] })
    const server = createServer(colleague)
    expect(await browser.sendUnsent(colleague, server)).toBe('all')
    expect(server.taken).toEqual([])
    // Nor in the author's tab, once somebody else has signed in beside it.
    expect(await browser.sendUnsent(me, server)).toBe('sign in')
    expect(server.taken).toEqual([])
    expect(await listKeys()).toHaveLength(2)
  })

  it('waits for its author to sign in again, and goes on', async () => {
    await keep(toReport(me), toFile(me))
    const server = createServer(null)
    expect(await browser.sendUnsent(me, server)).toBe('sign in')
    server.user_id = me
    expect(await browser.sendUnsent(me, server)).toBe('all')
    expect(server.taken).toHaveLength(2)
  })

  it.each(['network', 'timeout', 'too_busy', 'database_unavailable', 'unreadable'] as const)(
    'stays where the answer is %s, and nothing after it is tried',
    async (code) => {
      const [first, second] = [toReport(me), toReport(me, { assignment_id: 8 })]
      await keep(first, second)
      const server = createServer(me)
      server.answers.set(first.key, code)
      expect(await browser.sendUnsent(me, server)).toBe('away')
      expect(server.taken).toEqual([])
      expect(await listKeys()).toEqual([first.key, second.key])
    },
  )

  it('lets others pass where the server fails on one of them', async () => {
    const [first, second] = [toFile(me), toFile(me)]
    await keep(first, second)
    const server = createServer(me)
    server.answers.set(first.key, 'internal')
    expect(await browser.sendUnsent(me, server)).toBe('later')
    expect(server.taken).toEqual([second.key])
    expect(await listKeys()).toEqual([first.key])
  })

  it('keeps a refused report with the reason, sends its files, and waits for its author', async () => {
    const report = toReport(me)
    const photo = toFile(me, { report_key: report.key })
    await browser.keepUnsent({ report, files: [photo] })
    const server = createServer(me)
    server.answers.set(report.key, 'version_conflict')
    expect(await browser.sendUnsent(me, server)).toBe('all')
    expect(server.taken).toEqual([photo.key])
    const { reports, files } = await browser.listUnsent(me)
    expect(files).toEqual([])
    expect(reports).toEqual([
      { ...report, problem: { code: 'version_conflict', params: { value: report.key } } },
    ])
    // Not sent by itself again, even if the server would take it now.
    server.answers.clear()
    await browser.sendUnsent(me, server)
    expect(server.taken).toEqual([photo.key])
    // Put right: the new one takes its place, in one stroke.
    const better = toReport(me, { version: 5 })
    await browser.keepUnsent({ report: better, files: [], replaces: report.key })
    expect(await listKeys()).toEqual([better.key])
    expect(await browser.sendUnsent(me, server)).toBe('all')
    expect(server.taken).toEqual([photo.key, better.key])
  })

  it('holds files back while nobody knows what becomes of their report', async () => {
    const report = toReport(me)
    const photo = toFile(me, { report_key: report.key })
    await browser.keepUnsent({ report, files: [photo] })
    const server = createServer(me)
    server.answers.set(report.key, 'internal')
    expect(await browser.sendUnsent(me, server)).toBe('later')
    expect(server.taken).toEqual([])
    expect(await listKeys()).toEqual([report.key, photo.key])
  })

  it('gives a refused report back to the form that is open, with its files, and keeps nothing twice', async () => {
    const report = toReport(me)
    const other = toFile(me)
    await keep(other)
    await browser.keepUnsent({ report, files: [toFile(me, { report_key: report.key })] })
    const server = createServer(me)
    server.answers.set(report.key, 'value_invalid')
    await expect(browser.sendNow(report, server)).rejects.toMatchObject({
      code: 'value_invalid',
    } satisfies Partial<ApiProblem>)
    expect(await listKeys()).toEqual([other.key])
  })

  it('is kept where the line breaks while its author looks on', async () => {
    const report = toReport(me)
    await keep(report)
    const server = createServer(me)
    server.answers.set(report.key, 'network')
    expect(await browser.sendNow(report, server)).toBe('kept')
    server.answers.clear()
    expect(await browser.sendNow(report, server)).toBe('sent')
    // Another tab was faster: it is not sent again.
    expect(await browser.sendNow(report, server)).toBe('sent')
    expect(server.taken).toEqual([report.key])
  })

  it('is there again when the browser is opened anew', async () => {
    const report = toReport(me)
    await keep(report, toFile(me))
    const disk = globalThis.indexedDB
    browser = await openBrowser()
    vi.stubGlobal('indexedDB', disk)
    browser.useOutbox.setState({ user_id: me })
    await browser.readUnsent()
    expect(browser.useOutbox.getState().reports).toEqual([report])
    expect(browser.useOutbox.getState().files).toHaveLength(1)
    expect(browser.useOutbox.getState().files[0]).not.toHaveProperty('content')
  })
})
