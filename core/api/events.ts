/** What has changed since I looked? As a stream, or asked for again and again where a stream cannot pass. */
import { Type } from 'typebox'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

/** Nothing of what changed, only where to look again; and only of what the listener may see. */
const changeEvent = Type.Object({
  noun: Type.String({
    description: 'sites, villages, village_services, proposals, assignments, alerts, carriers, data_state',
  }),
  ids: Type.Array(Type.Integer(), { description: 'of the records; empty: many, look at all' }),
})

export const streamEvents = defineEndpoint({
  method: 'GET',
  path: paths.streamEvents,
  tag: 'map',
  summary: 'Server-sent events: `change` with noun and ids',
  description:
    'Ids of events are opaque; a broken connection continues with `Last-Event-ID`. It begins with `ready`; what is silent instead is held back on the way. A comment every 15 s keeps proxies from closing it. ' +
    'Ended by the server when the session ends.',
  example:
    'retry: 2000\nid: a0\nevent: ready\ndata: {}\n\nid: a1\nevent: change\ndata: {"noun":"sites","ids":[12]}\n\n',
  response: Type.String(),
  contentType: 'text/event-stream',
})

export const listEvents = defineEndpoint({
  method: 'GET',
  path: paths.listEvents,
  tag: 'map',
  summary: 'The same events, asked for',
  description:
    'Without `since` nothing but the id to begin with; an id too old is answered with one event of `data_state`.',
  example: { last_id: 'a1', events: [{ noun: 'sites', ids: [12] }] },
  query: Type.Object(
    { since: Type.Optional(Type.String({ maxLength: 100 })) },
    { additionalProperties: false },
  ),
  response: Type.Object({ last_id: Type.String(), events: Type.Array(changeEvent) }),
})

export type ChangeEvent = ResponseOf<typeof listEvents>['events'][number]
