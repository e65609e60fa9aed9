/** What was measured, as Markdown: docs/performance.md is this and nothing else. */
import { cpus, release, totalmem } from 'node:os'

/** One demand of the plan and what the run gave. `met` is null where nothing is demanded. */
export interface Measurement {
  readonly what: string
  readonly measured: string
  readonly demanded: string
  readonly met: boolean | null
}

export interface Section {
  readonly title: string
  readonly how: string
  readonly rows: readonly Measurement[]
}

function toRow({ what, measured, demanded, met }: Measurement): string {
  const verdict = met === null ? '–' : met ? 'yes' : '**no**'
  return `| ${what} | ${measured} | ${demanded} | ${verdict} |`
}

export function toTable(section: Section): string {
  return [
    `## ${section.title}`,
    '',
    section.how,
    '',
    '| what | measured | demanded | met |',
    '| --- | --- | --- | --- |',
    ...section.rows.map(toRow),
  ].join('\n')
}

export function toReport(sections: readonly Section[], measuredOn: string): string {
  const cpu = cpus()
  const machine = `${cpu.length} × ${cpu[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}, Node ${process.version}`
  return [
    '# Performance',
    '',
    `Written by \`npm run bench\` on ${measuredOn}, ${machine}.`,
    'Everything ran on one machine over loopback; figures are medians with the range in brackets; ratios are of the same',
    'round of the same run. Absolute figures are of this machine, ratios travel better.',
    '',
    sections.map(toTable).join('\n\n'),
    '',
  ].join('\n')
}
