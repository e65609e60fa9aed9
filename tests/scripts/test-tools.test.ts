import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  ensureTestTools,
  findChromium,
  findOgr2ogr,
  findSoffice,
  listMissingTools,
} from '../../scripts/lib/test-tools.mjs'

describe('the tools of the tests', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tools-'))
    vi.stubEnv('PATH', folder)
    vi.stubEnv('CHROMIUM_PATH', '')
    // The rest is taken as given, so that only the browser is missing.
    vi.stubEnv('POSTGRES_BIN_DIR', folder)
    vi.stubEnv('OGR2OGR_PATH', folder)
    vi.stubEnv('SOFFICE_PATH', folder)
  })

  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  function addProgram(name: string, script = ''): void {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }

  it('are named with what to do when they are missing and cannot be installed', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(1000)
    addProgram('apt-get', 'exit 1')
    const [missing, ...others] = ensureTestTools(() => {})
    expect(missing?.name).toBe('Chromium')
    expect(missing?.remedy).toContain('CHROMIUM_PATH')
    expect(others).toEqual([])
  })

  it('are installed by root where there is apt-get: lists first, then only what is missing', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0)
    const log = join(folder, 'log')
    const chromium = join(folder, 'chromium')
    addProgram(
      'apt-get',
      `echo "$@" >> ${log}; case "$*" in *chromium*) echo > ${chromium}; /bin/chmod +x ${chromium};; esac`,
    )
    expect(ensureTestTools(() => {})).toEqual([])
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual(['update -qq', 'install -y -qq chromium'])
    expect(findChromium()).toBe(chromium)
  })

  it('take nothing that converters only recommend', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0)
    vi.stubEnv('CHROMIUM_PATH', folder)
    vi.stubEnv('OGR2OGR_PATH', '')
    vi.stubEnv('SOFFICE_PATH', '')
    const log = join(folder, 'log')
    addProgram(
      'apt-get',
      `echo "$@" >> ${log}; case "$*" in *gdal*) for name in ogr2ogr soffice; do echo > ${folder}/$name; /bin/chmod +x ${folder}/$name; done;; esac`,
    )
    expect(listMissingTools().map(({ name }) => name)).toEqual(['GDAL (ogr2ogr)', 'LibreOffice Calc'])
    expect(ensureTestTools(() => {})).toEqual([])
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual([
      'update -qq',
      'install -y -qq --no-install-recommends gdal-bin libreoffice-calc-nogui',
    ])
    expect([findOgr2ogr(), findSoffice()]).toEqual([join(folder, 'ogr2ogr'), join(folder, 'soffice')])
  })

  it('are still missing when the installation fails', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0)
    addProgram('apt-get', 'exit 100')
    expect(ensureTestTools(() => {}).map(({ name }) => name)).toEqual(['Chromium'])
  })

  it('may be pointed at', () => {
    vi.stubEnv('CHROMIUM_PATH', '/opt/own/chrome')
    expect(findChromium()).toBe('/opt/own/chrome')
    expect(listMissingTools()).toEqual([])
  })
})
