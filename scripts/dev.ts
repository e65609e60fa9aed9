/** `npm run dev`: the server restarts and the page reloads when their sources change. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { toConfig } from '../server/config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { host, port } = toConfig()

const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--import', 'tsx', 'server/main.ts'],
  {
    cwd: root,
    stdio: 'inherit',
  },
)

const page = await createServer({
  configFile: `${root}vite.config.ts`,
  server: { host, proxy: { '/api': `http://${host}:${port}` } },
})
await page.listen()
page.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.once('exit', () => process.exit(0))
    server.kill(signal)
    void page.close()
  })
}
