/** Is it an address that a mail can go to? One, bare: no name beside it, nothing that could become a header. */

const longest = 254
const pattern =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i

export function isEmailAddress(text: string): boolean {
  return text.length <= longest && pattern.test(text) && text.indexOf('@') <= 64
}
