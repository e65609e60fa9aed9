/** Is it still there? Of what is never deleted: what has ended is retired. */

export const recordStatuses = ['live', 'retired'] as const
export type RecordStatus = (typeof recordStatuses)[number]
