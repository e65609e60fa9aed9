/** The beginning of a thread of its own: teaches it TypeScript, as the server itself was taught, and starts the work asked for. */
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { work } = await import(workerData.module)
await work(workerData.input, parentPort)
