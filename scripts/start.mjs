/** `npm start`: from a fresh clone to a running map. Plain Node, because at first nothing is installed. */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureWebBuilt } from './lib/build-web.mjs'
import { ensureInstalled } from './lib/install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const oldestNode = [20, 19]
// As in server/config.ts: of a list of locales the first one that we speak.
const spoken = (process.env['LANGUAGE'] ?? '').split(':').map((locale) => locale.slice(0, 2).toLowerCase())
const isEnglish = spoken.find((language) => language === 'vi' || language === 'en') === 'en'

const texts = {
  node: isEnglish
    ? `Node.js 20.19 or newer is needed, this is ${process.version}: https://nodejs.org`
    : `Cần Node.js 20.19 trở lên, máy đang có ${process.version}: https://nodejs.org`,
  installing: isEnglish
    ? 'Installing packages (first time or after an update, about a minute)…'
    : 'Đang cài các gói cần thiết (lần đầu hoặc sau khi cập nhật, khoảng một phút)…',
  building: isEnglish ? 'Building the page…' : 'Đang dựng trang web…',
  failed: isEnglish ? 'Could not start:' : 'Không khởi động được:',
}

try {
  if (isNodeTooOld()) {
    console.error(texts.node)
    process.exit(1)
  }
  ensureInstalled({ root, log: () => console.log(texts.installing) })
  ensureWebBuilt({ root, log: () => console.log(texts.building) })
} catch (error) {
  console.error(texts.failed, error instanceof Error ? error.message : error)
  process.exit(1)
}

// In this process, not in a child: signals arrive where they are heard, and there is one process less in memory.
const { register } = await import('tsx/esm/api')
register()
await import(pathToFileURL(join(root, 'server', 'main.ts')).href)

function isNodeTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor)
}
