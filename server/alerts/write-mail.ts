/** What stands in the daily mail? Subject, plain text and a simple page, from alerts as their reader may read them. */
import { alertKindNames } from '../../core/alerts/kinds.ts'
import type { AlertRecord } from '../../core/api/alerts.ts'
import { toPlainText } from '../../core/plain-text.ts'
import type { Language } from '../config.ts'
import { mailEn } from '../messages-mail-en.ts'
import { mailVi, type MailMessages } from '../messages-mail-vi.ts'

/** More of one kind are counted. */
const mostOfKind = 50

export interface MailFacts {
  readonly alerts: readonly AlertRecord[]
  readonly language: Language
  /** ISO day. */
  readonly day: string
  readonly publicUrl: string
  /** Null where the reader is of a carrier: all of them are its own. */
  readonly nameCarrier: ((code: string) => string) | null
  readonly is_sample: boolean
}

export interface WrittenMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface Line {
  readonly text: string
  readonly url: string
}

interface Group {
  readonly heading: string
  readonly lines: readonly Line[]
  /** Said where there are more lines than fit. */
  readonly more: string | null
}

const messages: Readonly<Record<Language, MailMessages>> = { vi: mailVi, en: mailEn }
const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' }

export function writeMail(facts: MailFacts): WrittenMail {
  const say = messages[facts.language]
  const day = toDay(facts.day, facts.language)
  const groups = toGroups(facts, say)
  const head = [say.intro(day), ...(facts.is_sample ? [say.sample] : [])]
  const links = [{ text: say.choose, url: `${facts.publicUrl}/?page=alerts` }]
  return {
    subject: say.subject(facts.alerts.length, day),
    text: toText({ head, groups, links, foot: say.daily }),
    html: toHtml({ head, groups, links, foot: say.daily, language: facts.language }),
  }
}

function toGroups(facts: MailFacts, say: MailMessages): Group[] {
  return alertKindNames.flatMap((kind) => {
    const alerts = facts.alerts.filter((alert) => alert.kind === kind)
    if (alerts.length === 0) return []
    const more = alerts.length - mostOfKind
    return [
      {
        heading: `${say.kinds[kind]} (${alerts.length})`,
        lines: alerts.slice(0, mostOfKind).map((alert) => toLine(alert, facts, say)),
        more: more > 0 ? say.more(more) : null,
      },
    ]
  })
}

function toLine(
  alert: AlertRecord,
  { language, publicUrl, nameCarrier }: MailFacts,
  say: MailMessages,
): Line {
  const { kind, milestone, days, due_on, reason, challenge_state } = alert
  const dated = due_on === null ? null : { milestone, days, day: toDay(due_on, language) }
  const said = [
    toPlace(alert),
    nameCarrier === null ? null : nameCarrier(alert.carrier_code),
    dated === null
      ? null
      : kind === 'promise_passed'
        ? say.promised(dated)
        : kind === 'certificate'
          ? say.expires(dated)
          : kind === 'answer_due'
            ? say.answer(dated)
            : say.due(dated),
    challenge_state === null ? null : say.challenge[challenge_state],
    alert.power_source === 'generator' ? say.generator : null,
    reason === null ? null : say.reason(reason),
  ]
  const text = said.flatMap((part) => toPlainText(part ?? '', 'line') || []).join(', ')
  return { text, url: toUrl(alert, publicUrl) }
}

function toPlace({ village_name, commune_name, site_name, technology }: AlertRecord): string {
  if (site_name !== null)
    return technology === null ? site_name : `${site_name} (${technology.toUpperCase()})`
  return commune_name === null ? (village_name ?? '') : `${village_name ?? ''} (${commune_name})`
}

function toUrl({ assignment_id, challenge_id, site_id }: AlertRecord, publicUrl: string): string {
  if (challenge_id !== null) return `${publicUrl}/?page=challenges`
  return assignment_id === null
    ? `${publicUrl}/?selected=site:${site_id ?? 0}`
    : `${publicUrl}/?page=assigned&assignment=${assignment_id}`
}

function toDay(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-').map(Number)
  const noon = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, 12))
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeZone: 'UTC' }).format(noon)
}

interface Parts {
  readonly head: readonly string[]
  readonly groups: readonly Group[]
  readonly links: readonly Line[]
  readonly foot: string
}

function toText({ head, groups, links, foot }: Parts): string {
  const blocks = [
    head.join('\n'),
    ...groups.map(({ heading, lines, more }) =>
      [
        heading,
        ...lines.map(({ text, url }) => `- ${text}\n  ${url}`),
        ...(more === null ? [] : [more]),
      ].join('\n'),
    ),
    links.map(({ text, url }) => `${text}: ${url}`).join('\n'),
    foot,
  ]
  return `${blocks.join('\n\n')}\n`
}

function toHtml({ head, groups, links, foot, language }: Parts & { readonly language: Language }): string {
  const toLink = ({ text, url }: Line) => `<a href="${escape(url)}">${escape(text)}</a>`
  const body = [
    ...head.map((line) => `<p>${escape(line)}</p>`),
    ...groups.map(
      ({ heading, lines, more }) =>
        `<h2 style="font-size:1em">${escape(heading)}</h2><ul>` +
        lines.map((line) => `<li>${toLink(line)}</li>`).join('') +
        `</ul>${more === null ? '' : `<p>${escape(more)}</p>`}`,
    ),
    `<p>${links.map(toLink).join('<br>')}</p>`,
    `<p>${escape(foot)}</p>`,
  ]
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
}
