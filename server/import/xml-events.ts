/** What does an XML text hold, tag by tag? Document types and entities of its own are refused before they can do anything. */
import { SaxesParser } from 'saxes'
import { ImportFileError } from '../../core/import/problems.ts'
import { mostXmlDepth } from './limits.ts'

/** Names come without their namespace's prefix. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Fed piece by piece; throws `xml_unsafe`, and `file_damaged` or `file_truncated` with part and line. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  readonly #part: string
  #decoder: TextDecoder | null = null
  #depth = 0

  constructor(part: string, events: XmlEvents) {
    this.#part = part
    const parser = this.#parser
    parser.on('doctype', () => this.#refuse('doctype'))
    parser.on('opentag', (tag) => {
      this.#depth += 1
      if (this.#depth > mostXmlDepth) this.#refuse('depth')
      events.open(toLocal(tag.name), tag.attributes)
    })
    parser.on('closetag', (tag) => {
      this.#depth -= 1
      events.close?.(toLocal(tag.name))
    })
    if (events.text !== undefined) {
      parser.on('text', events.text)
      parser.on('cdata', events.text)
    }
  }

  write(bytes: Buffer): void {
    this.#decoder ??= new TextDecoder(findEncoding(bytes))
    this.writeText(this.#decoder.decode(bytes, { stream: true }))
  }

  writeText(text: string): void {
    this.#guard(() => this.#parser.write(text))
  }

  close(): void {
    const isOpen = this.#depth > 0
    this.#guard(() => this.#parser.close(), isOpen ? 'file_truncated' : 'file_damaged')
  }

  #guard(work: () => void, fault: 'file_damaged' | 'file_truncated' = 'file_damaged'): void {
    try {
      work()
    } catch (error) {
      if (error instanceof ImportFileError) throw error
      throw new ImportFileError(fault, { part: this.#part, line: this.#parser.line })
    }
  }

  #refuse(found: string): never {
    throw new ImportFileError('xml_unsafe', { part: this.#part, found, line: this.#parser.line })
  }
}

function findEncoding(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function toLocal(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
