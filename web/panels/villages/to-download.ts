/** A link to a text that the page itself has made. The mark tells Excel which alphabet the bytes are. */
export function toDownload(text: string): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}`)}`
}
