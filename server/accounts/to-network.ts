/** Whose address is it? A household or an office has one address of IPv4, but as many of IPv6 as it likes: a network of 64 bits. */
import { isIPv6 } from 'node:net'

/** The address itself, or `2001:db8:0:1::/64`; of an IPv4 address that is written as IPv6, that one. */
export function toNetwork(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return address
  const groups = toGroups(plain)
  const [high = 0, low = 0] = groups.slice(6)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  const network = groups.slice(0, 4).map((group) => group.toString(16))
  return `${network.join(':')}::/64`
}

/** Its eight numbers: a web address writes it in one way, with the longest run of zeros left out. */
function toGroups(address: string): number[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [first, last] = [before, after ?? ''].map((part) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)),
  )
  const left = first ?? []
  const right = last ?? []
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right]
}
