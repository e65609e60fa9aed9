import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInstalled } from '../../scripts/lib/install.mjs'

const locked = {
  '': { name: 'root', version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', dev: true },
  'node_modules/other-platform': { version: '3.0.0', integrity: 'sha512-c', optional: true },
}

describe('isInstalled', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'install-'))
    mkdirSync(join(root, 'node_modules'))
    writeLock('package-lock.json', locked)
  })

  afterEach(() => rmSync(root, { recursive: true }))

  function writeLock(file: string, packages: object): void {
    writeFileSync(join(root, file), JSON.stringify({ lockfileVersion: 3, packages }))
  }

  function install(packages: object): void {
    writeLock('node_modules/.package-lock.json', packages)
  }

  it('is false before anything was installed', () => {
    expect(isInstalled(root)).toBe(false)
  })

  it('is true when everything is there, without packages for other platforms', () => {
    install({ 'node_modules/a': locked['node_modules/a'], 'node_modules/b': locked['node_modules/b'] })
    expect(isInstalled(root)).toBe(true)
  })

  it('is false after an install without development packages', () => {
    install({ 'node_modules/a': locked['node_modules/a'] })
    expect(isInstalled(root)).toBe(false)
  })

  it('is false when the lock file asks for another version or other contents', () => {
    const b = locked['node_modules/b']
    install({ 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' }, 'node_modules/b': b })
    expect(isInstalled(root)).toBe(false)
    install({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' }, 'node_modules/b': b })
    expect(isInstalled(root)).toBe(false)
  })

  it('is false when an install was interrupted in the middle of writing', () => {
    writeFileSync(join(root, 'node_modules/.package-lock.json'), '{"packages": {"node_mod')
    expect(isInstalled(root)).toBe(false)
  })
})
