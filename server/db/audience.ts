/** Who reads? What an audience may see is decided here, and asked for in the SQL of every noun that can be restricted. */

export const audiences = ['public'] as const
export type Audience = (typeof audiences)[number]

const visibilities: Readonly<Record<Audience, readonly string[]>> = { public: ['public'] }

/** The values of `visibility` that the audience may read. */
export function listVisibilities(audience: Audience): readonly string[] {
  return visibilities[audience]
}
