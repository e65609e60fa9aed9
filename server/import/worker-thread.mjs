/**
 * A thread of its own, for one work after the other: teaches itself TypeScript, as the server itself was taught, and says
 * `null` on the port of a work that is done. A work that fails ends the thread.
 */
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
parentPort?.on('message', async ({ module, input, port }) => {
  const { work } = await import(module)
  await work(input, port)
  port.postMessage(null)
  port.close()
})
