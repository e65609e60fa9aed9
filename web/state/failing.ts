/** What is supposed to fail? Sites and cable routes, as the address names them. */

export interface Failing {
  readonly type: 'site' | 'cable-route'
  readonly id: number
}

export interface FailingView {
  /** Nothing is asked about while it is empty. */
  readonly fails: readonly Failing[]
}

/** More than anybody looks at at once. */
export const mostFailing = 20

export function toFailingText(fails: readonly Failing[]): string {
  return fails.map(({ type, id }) => `${type}:${id}`).join(',')
}

const failingText = /^(site|cable-route):([1-9]\d{0,8})$/

export function fromFailingText(text: string): Failing | null {
  const [, type, id] = failingText.exec(text) ?? []
  return type === undefined ? null : { type: type as Failing['type'], id: Number(id) }
}
