/** What do the commands say in English? */
import type { Messages } from './messages-vi.ts'

const numbers = new Intl.NumberFormat('en-GB')

export const messagesEn: Messages = {
  configWrong: 'The configuration is wrong, the server does not start:',
  configProblem: (variable, value, expected) =>
    `  ${variable}${value === null ? ' (value not shown)' : `=${value}`}: expected ${expected}`,
  expected: {
    port: 'a port number from 0 to 65535',
    host: 'a host name or IP address, e.g. 127.0.0.1',
    postgres_url: 'postgres://user:password@host:port/database',
    pool_size: 'a number of connections from 1 to 100',
    days: 'a number of days from 1 to 365',
    log_level: 'one of fatal, error, warn, info, debug, trace, silent',
    https_url: 'an address that begins with https://',
    public_sites: 'full, generalised or count',
    token: '16 to 200 letters, digits or . _ ~ + / = -',
    https_origins: 'addresses https://…, separated by commas',
    proxies: 'loopback, or IP addresses or networks of proxies, separated by commas',
    claimed_roles: 'value:role, separated by commas; a role is viewer, local, carrier, staff or admin',
    secret: 'a secret of at most 500 characters',
    name: 'at most 500 characters',
    with_issuer: 'a value, because OIDC_ISSUER is set',
    smtp_url: 'smtp://user:password@host:587 or smtps://…',
    mail_sender: 'a mail address, such as Telecom map <map@example.vn>',
    hour: 'an hour of the day, from 0 to 23',
    with_smtp: 'a value where SMTP_URL is set',
    megabytes: 'a number of megabytes from 1 to 1000',
    files: 'a number of files from 1 to 10000',
    hours: 'a number of hours from 1 to 10000',
  },

  folderLocked: (folder) =>
    `The data directory ${folder} is in use by another process. ` +
    'Stop the map that is running, or choose another directory: DATA_DIR=… npm start',
  folderRefused: (folder, reason) =>
    `The data directory ${folder} cannot be written (${reason}). Make it writable, or choose another: DATA_DIR=… npm start`,
  portBusy: (port, host) =>
    `Port ${port} on ${host} is in use by another program. Choose another port: PORT=${port + 1} npm start`,
  portRefused: (port, host, reason) =>
    `Port ${port} on ${host} cannot be opened (${reason}). Choose another port or address: PORT=… HOST=… npm start`,
  creating: 'Creating the embedded database and loading the data (first time only, about 10 seconds)…',
  healed: 'An earlier first start was interrupted: starting over.',
  opening: 'Opening the embedded database…',
  connecting: 'Connecting to PostgreSQL…',
  migrated: (names) => `Database structure updated: ${names.join(', ')}`,
  ready: (address) => `Digital map of telecom infrastructure: ${address}`,
  apiDocs: (address) => `API documentation: ${address}`,
  holds: (counts, isSample) =>
    `${numbers.format(counts.sites)} sites, ${numbers.format(counts.villages)} villages` +
    (isSample === true ? ', sample data' : ''),
  dataset: (title) => `Data set: ${title}`,
  holdsReferenceOnly: 'Boundaries and reference figures only: no sites or villages yet.',
  holdsNothing: 'The database is empty: the map has no data. Load them with: npm run db -- seed',
  stopping: 'Stopping… (Ctrl-C again to stop at once)',
  failed: (reason) => `Could not start: ${reason}`,

  databaseUnavailable: (reason) =>
    `PostgreSQL cannot be reached (${reason}). Check DATABASE_URL, its password and the database server.`,
  serverTooOld: (version) => `PostgreSQL ${version} is too old: PostgreSQL 15 or newer is needed.`,
  extensionMissing: (extension) =>
    `The PostgreSQL server lacks the extension ${extension}. ` +
    (extension === 'postgis'
      ? 'On Debian: apt-get install postgresql-15-postgis-3 (matching the version of PostgreSQL).'
      : 'On Debian it comes with postgresql-contrib or postgresql-15.'),
  extensionRefused: (extension) =>
    `The database user may not create the extension ${extension}. ` +
    `Ask the administrator to run once: create extension ${extension};`,
  loginMade: (login) => `Made the database user ${login} for the server.`,
  loginTooStrong: (login) =>
    `The database user “${login}” of DATABASE_URL is a superuser or owns the tables: rights would not hold, so the server does not start. ` +
    'Set DATABASE_OWNER_URL to this user, and DATABASE_URL to one of the server’s own (made with the password given, where it is missing).',
  loginNoMember: (login) =>
    `The database user “${login}” may not work with the map yet. Set DATABASE_OWNER_URL and start again, ` +
    `or have the administrator run: grant app_user to "${login}"; grant select on schema_migrations to app_user;`,
  loginMissing: (login) =>
    `The owner in DATABASE_OWNER_URL may not make the user “${login}” or grant it anything. Have the administrator run once: ` +
    `SQL: create role "${login}" login password '…'; grant app_user to "${login}";`,
  migrationsMissing: (names) =>
    `Migrations are missing (${names}), and the user of DATABASE_URL may not apply them. ` +
    'Set DATABASE_OWNER_URL to the owner of the tables, then run: npm run db -- migrate',
  demoOnRealData: (usernames) =>
    `There are demo accounts without a password (${usernames.join(', ')}), but these data are no sample: the server does not start. ` +
    'Disable them: npm run users -- disable <name>',
  demoReachable: (usernames) =>
    `There are demo accounts without a password (${usernames.join(', ')}), so only this machine may come in: the server does not start. ` +
    'Leave out HOST, TRUST_PROXY and PUBLIC_URL, or disable these accounts: npm run users -- disable <name>',
  noAccounts:
    'There are no accounts yet. Make the first administrator: npm run users -- add <name> --role admin',
  migrationChanged: (migration) =>
    `Migration ${migration} was applied but its file is different now. ` +
    'Use the matching release; a released migration must not be edited.',
  migrationNewer: (migration) =>
    `The database is newer than this software, which does not know migration ${migration}. Use a newer release.`,
  migrationFailed: (migration, reason) =>
    `Migration ${migration} failed, the database is as it was before: ${reason}`,

  databaseFilled: (title) =>
    `The database holds data already (${title}): nothing loaded, nothing changed. To delete everything: npm run db -- reset --yes`,
  alreadyLoaded: (title) => `The data are loaded already (${title}): nothing to do.`,
  unknownData: 'unknown data set',
  nothingLoaded: (count) => `The data files have ${numbers.format(count)} problems, nothing was loaded:`,
  moreProblems: (count) => `  … and ${numbers.format(count)} more`,
  place: (file, row, field) =>
    [
      file,
      row === null ? null : `${file.endsWith('json') ? 'feature' : 'row'} ${row}`,
      field === null ? null : `field ${field}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  problem: {
    file_missing: ({ expected }) => `cannot be read (${expected})`,
    encoding_invalid: () => 'is not UTF-8 text',
    json_invalid: ({ value, expected }) =>
      `is not valid GeoJSON/JSON or is cut off: ${expected}${value && `, after “${value}”`}`,
    csv_invalid: ({ value, expected }) => `is not valid CSV: ${expected}${value && `, found ${value}`}`,
    column_missing: () => 'column is missing',
    column_unknown: ({ expected }) => `unknown or repeated column; known are: ${expected}`,
    value_missing: () => 'value is missing',
    value_not_allowed: ({ value, expected }) => `“${value}” is none of: ${expected}`,
    not_nfc: ({ value }) => `“${value}” is decomposed Vietnamese (not Unicode NFC)`,
    not_text: ({ value }) => `“${value}” holds control or broken characters`,
    not_a_code: ({ value, expected }) => `“${value}” is not a valid code (${expected})`,
    not_a_number: ({ value }) => `“${value}” is not a number`,
    not_an_integer: ({ value }) => `“${value}” is not a whole number`,
    not_a_boolean: ({ value }) => `“${value}” is neither true nor false`,
    not_a_date: ({ value }) => `“${value}” is not a date YYYY-MM-DD`,
    out_of_range: ({ value, expected }) => `${value} is outside ${expected}`,
    duplicate: ({ value, expected }) => `“${value}” repeats ${expected}`,
    unknown_code: ({ value, expected }) => `code “${value}” is not in ${expected}`,
    dates_reversed: ({ value, expected }) => `${value} is before the first day (${expected})`,
    geometry_missing: () => 'shape is missing',
    geometry_type: ({ value, expected }) => `shape is a ${value}, expected ${expected}`,
    geometry_invalid: ({ value }) => `shape is invalid: ${value}`,
    position_invalid: ({ value }) => `${value} is not a position [longitude, latitude]`,
    ring_open: ({ value }) => `ring is not closed or has too few positions: ${value}`,
    label_outside: ({ value }) => `label point ${value} lies outside the unit`,
    outside_province: ({ value }) => `position ${value} lies outside the province`,
    share_without_partial: ({ value }) => `share of households ${value} on a state that is not partial`,
    count_wrong: ({ value, expected }) => `${value} found, ${expected} expected`,
  },

  dbUsage: [
    'Usage: npm run db -- migrate|seed|status|start-real --yes|reset --yes',
    '  migrate  bring the database structure up to date',
    '  seed     load the data of DATASET_DIR (default: data) into an empty database',
    '  status   tell what the database holds',
    '  start-real  remove the sample to begin with real data; without --yes it tells what would go',
    '  reset    delete everything and make the structure anew; needs --yes',
    'DATABASE_URL chooses PostgreSQL; without it the embedded database in DATA_DIR is meant.',
  ].join('\n'),
  // npm run users
  usersUsage: [
    'Usage: npm run users -- list',
    '       npm run users -- add <user-name> --role viewer|local|carrier|staff|admin [--name "Full name"]',
    '                            [--carrier viettel] [--unit district:103 …]',
    '       npm run users -- disable|enable|reset <user-name>',
    'The initial password is shown once and must be changed at the first sign-in.',
  ].join('\n'),
  usersRefused: (code, { field, value, expected }) =>
    ({
      value_invalid: `Not valid: ${String(field)} = ${String(value)}, expected ${String(expected)}`,
      username_taken: `The user name “${String(value)}” is in use.`,
      user_not_found: `There is no account “${String(value)}”. See npm run users -- list`,
      last_admin: 'This is the last administrator and cannot be disabled. Add another one first.',
    })[code as 'last_admin'] ?? code,
  usersNone: 'No accounts yet. Add the first administrator: npm run users -- add <name> --role admin',
  userDisabled: '(disabled)',
  userIsDisabled: (username) => `${username} is disabled; all its sessions have ended.`,
  userIsEnabled: (username) => `${username} is enabled again.`,
  initialPassword: (username, password) =>
    `Initial password of ${username}: ${password}\nShown once; it must be changed at the first sign-in.`,

  // npm run backup, npm run restore
  backupUsage: 'Usage: npm run backup [-- file.tar.gz]   (by default: the folder backups in DATA_DIR)',
  restoreUsage: [
    'Usage: npm run restore -- file.tar.gz [--yes]',
    '  --yes  replaces the data that are there; without it only an empty database is restored into',
  ].join('\n'),
  backupWritten: (file, counts) =>
    `Saved ${numbers.format(counts.rows)} rows of ${counts.tables} tables and ${numbers.format(counts.uploads)} files in ${file}. ` +
    'It holds accounts and internal notes too: keep it safe.',
  restoreChecking: (file) => `Checking ${file}…`,
  restored: (title, created_at, rows) =>
    `Restored ${numbers.format(rows)} rows (${title}, saved at ${created_at}). Everybody has to sign in again.`,
  backupMissing: (file) => `There is no file ${file}.`,
  backupForeign: (file) => `${file} is no backup of this software. Nothing was changed.`,
  backupDamaged: (file) =>
    `${file} is damaged or cut short. Nothing was changed. Copy the file again, or take another backup.`,
  backupNewer: (file) =>
    `${file} was made by a newer version of this software. Nothing was changed. Update the software, then restore.`,
  backupNotOwner: (reason) =>
    `The database user does not see every row (${reason}): the backup would be incomplete and was not made. ` +
    'Set DATABASE_OWNER_URL to the owner of the tables.',
  backupExists: (file) => `${file} exists and is not overwritten. Choose another name.`,
  restoreFilled: (place) =>
    `The database holds data (${place}): nothing was changed. To replace them by the backup: add --yes`,

  upToDate: 'The database structure is up to date.',
  missingMigrations: (names) => `Migrations still to apply: ${names.join(', ')}`,
  seeded: 'The data are loaded.',
  resetNeedsYes: 'reset deletes ALL data. If you are sure: npm run db -- reset --yes',
  resetRemoved: 'The embedded database is deleted.',
  resetDone: 'All data deleted, structure made anew.',
  noDatabase: (folder) => `There is no database in ${folder} yet. npm start makes one.`,
  driver: (driver) => `Database: ${driver === 'postgres' ? 'PostgreSQL' : 'embedded'}`,
  version: (version, loaded_at) =>
    `Data version ${numbers.format(version)}${loaded_at === null ? '' : `, loaded ${loaded_at}`}`,
}
