/** Which technologies does a text name? `2G/3G/4G`, `2, 3, 4G`, `4G LTE`. */
import { technologies, type Technology } from '../../inventory/sites.ts'

/** As equipment is called. */
export const technologyNames: Readonly<Record<string, Technology>> = {
  gsm: '2g',
  umts: '3g',
  wcdma: '3g',
  hspa: '3g',
  lte: '4g',
  nr: '5g',
}

/** @param folded by `toSearchText` */
export function listTechnologies(folded: string): Technology[] {
  const spelled = folded.replace(/\b[2-5](?: [2-5])+ ?g\b/g, (run) =>
    [...run.matchAll(/[2-5]/g)].map(([digit]) => `${digit}g`).join(' '),
  )
  const named = spelled
    .replace(/([2-5]) g\b/g, '$1g')
    .split(' ')
    .map((word) => technologyNames[word] ?? word)
  const listed = named.flatMap((word) => [...word.matchAll(/[2-5]g/g)].map(([technology]) => technology))
  return technologies.filter((technology) => listed.includes(technology))
}
