/** How does something that the page has made become a file on the reader's disk? */

/** Starts a download; nothing leaves the browser. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken the content when the next task runs in all but the slowest cases; a minute costs nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
