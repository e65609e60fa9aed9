/** `npm run users -- add|list|disable|enable|reset`: accounts from the terminal, among them the first administrator's. */
import { toConfig } from '../server/config.ts'
import { runUsers } from './lib/run-users.ts'
import { withClosedDatabase } from './lib/with-closed-database.ts'

const { code, output } = await runUsers(process.argv.slice(2), {
  language: toConfig({ LANGUAGE: process.env['LANGUAGE'] }).language,
  withDatabase: (work) => withClosedDatabase(toConfig(), work),
})
if (output !== '') (code === 0 ? console.log : console.error)(output)
process.exitCode = code
