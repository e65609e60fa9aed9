import { describe, expect, it } from 'vitest'
import { isEmailAddress } from '../../../core/alerts/email-address.ts'

describe('an address that a mail can go to', () => {
  it.each(['lan.nguyen@dienbien.gov.vn', 'a+b@x-y.vn', "o'brien@example.com"])('is %s', (text) => {
    expect(isEmailAddress(text)).toBe(true)
  })

  it.each([
    '',
    'lan',
    'lan@',
    '@example.vn',
    'lan@example',
    'lan@@example.vn',
    'lan nguyen@example.vn',
    'lan@example.vn, khac@example.vn',
    'lan@example.vn;khac@example.vn',
    'Lan <lan@example.vn>',
    'lan@example.vn\r\nBcc: khac@example.vn',
    'lan@example.vn\n',
    'lan..nguyen@example.vn',
    '.lan@example.vn',
    'lan@-example.vn',
    'lan@example..vn',
    'lan@127.0.0.1',
    'lần@example.vn',
    `${'a'.repeat(65)}@example.vn`,
    `lan@${'a'.repeat(250)}.vn`,
  ])('is not %j', (text) => {
    expect(isEmailAddress(text)).toBe(false)
  })
})
