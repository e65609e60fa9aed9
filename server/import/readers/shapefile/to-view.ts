/** How does the library want bytes? As a view of them, not a copy. */
export function toView(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
