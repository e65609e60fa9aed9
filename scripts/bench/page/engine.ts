/** Hands the worker's times to whoever opens the page. */
const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' })
worker.onmessage = (event: MessageEvent) => Object.assign(window, { engineTimes: event.data as unknown })
