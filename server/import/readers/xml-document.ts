/** What is an XML text as a tree? It is read once without building anything, so that nothing unsafe is ever built. */
import { DOMParser, type Document } from '@xmldom/xmldom'
import { decodeText } from '../decode-text.ts'
import { withDamage } from '../with-damage.ts'
import { XmlReader } from '../xml-events.ts'

export interface ReadDocument {
  readonly document: Document
  readonly encoding: string
}

const piece = 64 * 1024

/** Throws `xml_unsafe`, `file_damaged`, `file_truncated`. Old fonts’ letters are still in it. */
export function readXmlDocument(bytes: Buffer, part: string): ReadDocument {
  const { text, encoding } = decodeXml(bytes)
  const check = new XmlReader(part, { open: () => {} })
  for (let at = 0; at < text.length; at += piece) check.writeText(text.slice(at, at + piece))
  check.close()
  const document = withDamage({ part }, () =>
    new DOMParser({ onError: () => {} }).parseFromString(text, 'text/xml'),
  )
  return { document, encoding }
}

/** A declaration may name an encoding of single bytes; only Vietnamese words tell which one was really meant. */
function decodeXml(bytes: Buffer): { text: string; encoding: string } {
  const { text, encoding } = decodeText(bytes)
  return { text: text.replace(/^\s+(?=<\?xml)/, ''), encoding }
}
