/** People who send files to be imported, and what they are answered. */
import type { Database } from '../../../server/db/database.ts'
import type { ImportRecord, ImportRow } from '../../../core/api/imports.ts'
import { openEditing, type Answer, type Editing, type Person } from '../sites/editing.ts'

export interface Importing extends Editing {
  /** Sends the file and waits until it has been read. */
  readonly send: (person: Person, file: SentFile) => Promise<Answer & { readonly import: ImportRecord }>
  readonly change: (
    person: Person,
    of: ImportRecord,
    changes: object,
  ) => Promise<Answer & { readonly import: ImportRecord }>
  readonly move: (
    person: Person,
    of: ImportRecord,
    body: object,
  ) => Promise<Answer & { readonly import: ImportRecord }>
  readonly listRows: (person: Person, id: number, query?: string) => Promise<readonly ImportRow[]>
}

export interface SentFile {
  readonly noun: string
  readonly content: string | Buffer
  readonly name?: string
  readonly sender?: string
}

export async function openImporting(db: Database): Promise<Importing> {
  const editing = await openEditing(db)
  const toImport = (answer: Answer) => ({ ...answer, import: answer.body['import'] as ImportRecord })
  const settle = async (person: Person, answer: Answer) => {
    let now = toImport(answer)
    while (now.status === 200 && now.import.state === 'reading') {
      await new Promise((resolve) => setTimeout(resolve, 20))
      now = toImport(await editing.ask(person, `/api/imports/${now.import.id}`))
    }
    return now
  }
  const send: Importing['send'] = async (person, { noun, content, name = 'danh sách.csv', sender }) => {
    const query = new URLSearchParams({ noun, file_name: name, ...(sender === undefined ? {} : { sender }) })
    return settle(
      person,
      await editing.ask(person, `/api/imports?${query.toString()}`, {
        method: 'POST',
        body: content,
        type: 'application/octet-stream',
      }),
    )
  }
  return {
    ...editing,
    send,
    change: async (person, { id, version }, body) =>
      settle(person, await editing.ask(person, `/api/imports/${id}`, { method: 'PATCH', version, body })),
    move: async (person, { id, version }, body) =>
      toImport(await editing.ask(person, `/api/imports/${id}/moves`, { method: 'POST', version, body })),
    listRows: async (person, id, query = '') =>
      (await editing.ask(person, `/api/imports/${id}/rows?limit=200${query}`)).body[
        'rows'
      ] as readonly ImportRow[],
  }
}
