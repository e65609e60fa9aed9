/** What is told back or logged of a value from outside that may be very long? */

const longest = 100

export function toShortText(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
