/**
 * How does the embedded database keep the plan of a statement? Its own `query` plans anew each time and crosses into
 * WebAssembly five times; by its protocol a statement that is known is asked in one go.
 */
import { parse, protocol, type PGlite } from '@electric-sql/pglite'
import { toStatementName } from './statement-names.ts'
import type { Answer } from './statements.ts'

const { serialize } = protocol
const { RowDescriptionMessage } = protocol.messages

/** Asks within the transaction that is open; undefined where the statement is not to be kept. */
export type AskPlanned = (
  planned: string,
  sql: string,
  params: readonly unknown[],
) => Promise<Answer> | undefined

/** What is known of a statement before it runs. */
interface Known {
  /** Of its parameters. */
  readonly types: readonly number[]
  /** Of its columns only: `parseResults` copies all that it is given for each answer. */
  readonly parsers: PGlite['parsers']
}

export function createPlans(pglite: PGlite): AskPlanned {
  const known = new Map<string, Known>()

  async function learn(name: string, sql: string): Promise<Known> {
    const { messages } = await send(
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
    )
    const described = messages.find((message) => message instanceof RowDescriptionMessage)
    const columns = described?.fields.map(({ dataTypeID }) => dataTypeID) ?? []
    const statement = {
      types: parse.parseDescribeStatementResults(messages),
      parsers: Object.fromEntries(
        columns.flatMap((type) => {
          const parser = pglite.parsers[type]
          return parser === undefined ? [] : [[type, parser]]
        }),
      ),
    }
    known.set(name, statement)
    return statement
  }

  async function send(...parts: readonly Uint8Array[]) {
    const message = Buffer.concat([...parts, serialize.sync()])
    return pglite.runExclusive(() => pglite.execProtocol(new Uint8Array(message), { syncToFs: false }))
  }

  async function ask(name: string, sql: string, params: readonly unknown[]): Promise<Answer> {
    const { types, parsers } = known.get(name) ?? (await learn(name, sql))
    const { messages } = await send(
      serialize.bind({ statement: name, values: params.map((value, n) => toText(value, types[n])) }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
    )
    const [answer] = parse.parseResults(messages, parsers)
    return answer ?? { rows: [], fields: [] }
  }

  function toText(value: unknown, type: number | undefined): string | null {
    if (value === null) return null
    const serializer = type === undefined ? undefined : pglite.serializers[type]
    return serializer === undefined ? String(value) : serializer(value)
  }

  return (planned, sql, params) => {
    const name = planned === '' ? undefined : toStatementName(planned, sql)
    return name === undefined ? undefined : ask(name, sql, params)
  }
}
