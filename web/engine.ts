/** How does the page speak to the worker that counts? Every part of the engine answers through this. */
import { wrap, type Remote } from 'comlink'
import { ApiProblem } from './api.ts'
import { useApp } from './state/store.ts'
import type { Engine } from './workers/engine.ts'

const worker = new Worker(new URL('./workers/engine.worker.ts', import.meta.url), {
  type: 'module',
  name: 'engine',
})
worker.addEventListener('error', () => useApp.setState({ opening_problem: new ApiProblem('engine') }))

/** Answers in the order in which it is asked. */
export const engine: Remote<Engine> = wrap<Engine>(worker)
