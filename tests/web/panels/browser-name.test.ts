import { describe, expect, it } from 'vitest'
import { toBrowserName } from '../../../web/panels/accounts/browser-name.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('the name of a browser', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36`,
      'Chrome 126 · Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.1.2`,
      'Edge 126 · Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${webkit} coc_coc_browser/118.0.1 Chrome/112.0 Safari/537.36`,
      'Cốc Cốc 118 · Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128 · Linux'],
    [
      `Mozilla/5.0 (Linux; Android 14; K) ${webkit} Chrome/126.0.0.0 Mobile Safari/537.36`,
      'Chrome 126 · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari 17 · iPhone',
    ],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('of %s is %s', (user_agent, name) => {
    expect(toBrowserName(user_agent)).toBe(name)
  })
})
