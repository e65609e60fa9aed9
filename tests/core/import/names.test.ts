import { describe, expect, it } from 'vitest'
import type { Known, KnownVillage } from '../../../core/import/known.ts'
import { makeNameMatcher } from '../../../core/import/match-names.ts'
import { makeMessyNames } from '../../fixtures/name-mistakes.ts'
import { matchMessyName, type Outcome } from '../../helpers/answer-truly.ts'
import { readKnownProvince } from '../../helpers/known-province.ts'

const known = readKnownProvince('2025-09-01')
const names = makeNameMatcher(known, new Map())
const before = makeNameMatcher({ ...known, today: '2021-06-30' }, new Map())

function matchCommune(commune: string, district = '', matcher = names) {
  const match = matcher.matchUnit({ commune, district })
  if (match.type === 'found') return `${match.record.unit_set}:${match.record.code}`
  return match.type
}

describe('a commune in a list', () => {
  it.each([
    ['Xã Sam Mứn, huyện Điện Biên', '', 'commune:03355'],
    ['Sam Mứn', 'H. Điện Biên', 'commune:03355'],
    ['Xã Sam Mứn - Điện Biên', '', 'commune:03355'],
    ['xã Thanh An', '', 'commune-2025:03352'],
    ['xã Thanh An', 'Huyện Điện Biên', 'commune:03343'],
    // Old Sam Mứn lies in Thanh An, new Sam Mứn is Pom Lót and Na Ư.
    ['xã Sam Mứn', '', 'ask'],
    ['phường Mường Thanh', '', 'ask'],
    ['phường Mường Thanh', 'TP. ĐBP', 'commune:03136'],
    ['xã Mường Chà', '', 'commune-2025:03166'],
    ['thị trấn Mường Chà', '', 'commune:03172'],
    ['Xã Mường Chà', 'huyện Mường Chà', 'ask'],
    ['xã Tủa Chùa', 'huyện Tủa Chùa', 'commune-2025:03217'],
    ['3355', 'Điện Biên', 'commune:03355'],
    ['Xã Không Có Đâu Cả', '', 'unknown'],
  ])('%s, %s is %s after 7/2025', (commune, district, meant) => {
    expect(matchCommune(commune, district)).toBe(meant)
  })

  it('of a list of before 7/2025 is none that came later', () => {
    expect(matchCommune('xã Thanh An', '', before)).toBe('commune:03343')
    expect(matchCommune('xã Sam Mứn', '', before)).toBe('commune:03355')
  })

  it.each([
    ['Na Tông', '', 'commune:03365'],
    ['Nà Tòng', '', 'commune:03263'],
    ['Na Tong', '', 'ask'],
    ['NA TONG', 'Huyện Điện Biên', 'commune:03365'],
    ['Nà Tòng', 'Huyện Điện Biên', 'ask'],
  ])('%s, %s: folding alone does not decide between Na Tông and Nà Tòng', (commune, district, meant) => {
    expect(matchCommune(commune, district, before)).toBe(meant)
  })

  it.each([
    ['Xã Ngồi Cáy', 'Huyện Mường Ảng', '03287'],
    ['Xã Ảng Tờ', 'Huyện Mường Ảng', '03292'],
    ['Xín Chải', 'Tủa Chùa', '03223'],
    ['Xá Tổng', 'Mường Chà', '03178'],
    ['Luân Giới', 'Điện Biên Đông', '03379'],
    ['Huổi Lếnh', 'Mường Nhé', '03177'],
    ['Noọng Hẹt', 'Điện Biên', '03352'],
    ['Pú Nhi', 'Điện Biên Đông', '03370'],
    ['Sáng Nhè', 'Tủa Chùa', '03244'],
    ['Toả Tình', 'Tuần Giáo', '03280'],
    ['Xã Nậm Vỳ', 'Mường Nhé', '03161'],
    ['XÃ  PA-THƠM', 'huyện điện biên', '03340'],
  ])('%s, %s is known by this spelling', (commune, district, code) => {
    expect(matchCommune(commune, district, before)).toBe(`commune:${code}`)
  })

  it('that is nearly one is asked about, with it first', () => {
    const match = before.matchUnit({ commune: 'Xã Mừng Phăng', district: 'TP Điện Biên Phủ' })
    expect(match.type === 'ask' && match.ask.choices[0]?.code).toBe('commune:03325')
  })
})

function makeVillages(...list: readonly string[]): Known {
  const villages = list.map((name, index): KnownVillage => ({
    code: `v${index + 1}`,
    name,
    alt_names: [],
    kind: name.startsWith('Tổ') ? 'to_dan_pho' : 'ban',
    commune_code: '03365',
    district_code: '100',
    commune_2025_code: '03358',
    valid_to: null,
  }))
  return { ...known, villages }
}

const commune = known.units.find(({ unit_set, code }) => unit_set === 'commune' && code === '03365') ?? null

function matchVillage(
  text: string,
  of: Known,
  options: { expect?: 'known' | 'known_or_new'; answers?: ReadonlyMap<string, string> } = {},
) {
  const { expect: expected = 'known', answers = new Map<string, string>() } = options
  const match = makeNameMatcher(of, answers).matchVillage({
    name: text,
    unit: commune,
    district: null,
    context: '',
    expect: expected,
  })
  return match.type === 'found' ? match.record.code : match.type
}

describe('a village in a list', () => {
  it.each([
    ['Bản Nậm Ty 2', 'v2'],
    ['nậm  ty II', 'v2'],
    ['Nam Ty 02', 'v2'],
    ['Nậm Ty', 'ask'],
    ['Nậm Ty 3', 'ask'],
    ['thôn Huổi Moi', 'v3'],
    ['B. Huổi-Moi', 'v3'],
    ['Huổi Moy', 'v3'],
    ['Huổi Mo', 'ask'],
    ['Tổ dân phố 1', 'v4'],
    ['TDP 1', 'v4'],
    ['Bản 1', 'v5'],
    ['Bản 2', 'ask'],
  ])('%s: %s', (text, meant) => {
    expect(
      matchVillage(text, makeVillages('Nậm Ty 1', 'Nậm Ty 2', 'Huổi Moi', 'Tổ dân phố 1', 'Bản 1')),
    ).toBe(meant)
  })

  it('is never taken for the one beside it that sounds alike', () => {
    const of = makeVillages('Chống Sư A', 'Trống Sư A', 'Sôm', 'Xôm')
    expect(['Chống Sư A', 'Trống Sư A', 'Xôm'].map((text) => matchVillage(text, of))).toEqual([
      'v1',
      'v2',
      'v4',
    ])
    expect(['Trong Su A', 'Chong Su A', 'som'].map((text) => matchVillage(text, of))).toEqual([
      'ask',
      'ask',
      'ask',
    ])
    // Without its marks a text may be either of two, even if it is the name of one.
    expect(matchVillage('Na Tong', makeVillages('Na Tong', 'Nà Tòng'))).toBe('ask')
  })

  it('may be new in a list of villages, and is asked about where one is spelled nearly so', () => {
    const of = makeVillages('Na Côn', 'Bản 1')
    expect(matchVillage('Bản 2', of, { expect: 'known_or_new' })).toBe('new')
    expect(matchVillage('Na Côm', of, { expect: 'known_or_new' })).toBe('ask')
    const answers = new Map([['village|03365|na côm', 'new']])
    expect(matchVillage('Na Côm', of, { expect: 'known_or_new', answers })).toBe('new')
    expect(matchVillage('Na Côm', of, { answers: new Map([['village|03365|na côm', 'v1']]) })).toBe('v1')
  })
})

describe('a carrier, an act, an indicator', () => {
  it.each([
    ['Viettel', 'viettel'],
    ['VIETTEL ĐIỆN BIÊN', 'viettel'],
    ['Tập đoàn Viettel', 'viettel'],
    ['Vinaphone', 'vnpt'],
    ['VNPT Điện Biên', 'vnpt'],
    ['Mobifone', 'mobifone'],
    ['MBF', 'mobifone'],
    ['Viettel, VNPT', 'ask'],
    ['Công ty ABC', 'ask'],
  ])('%s is %s', (text, meant) => {
    const match = names.matchCarrier(text)
    expect(match.type === 'found' ? match.record.code : match.type).toBe(meant)
  })

  it('is known by its number, its code or its whole name', () => {
    const find = (of: 'act' | 'indicator' | 'mast_kind' | 'source', text: string) => {
      const match = names.matchCode(of, text)
      return match.type === 'found' ? match.record.code : match.type
    }
    expect(find('indicator', '4.1')).toBe('4.1')
    expect(find('indicator', 'Tỷ lệ dân số có tài khoản thanh toán điện tử')).toBe('10')
    expect(find('mast_kind', 'loại a2a')).toBe('A2a')
    expect(find('mast_kind', 'B7')).toBe('ask')
    expect(find('source', 'không rõ')).toBe('unknown')
    // Two acts of one number: a person says which.
    expect(find('act', '4638/KH-UBND')).toBe('ask')
    expect(find('act', 'ke-hoach-4638')).toBe('ke-hoach-4638')
  })
})

describe('the 1,445 villages, as officials misspell them', () => {
  const seeds = [20210630, Math.floor(Math.random() * 2 ** 31)]
  it.each(seeds)('are found, or asked about with the right one among the choices: seed %d', (seed) => {
    const counts: Record<Outcome, number> = { silent: 0, asked: 0, missed: 0, wrong: 0 }
    const wrong: string[] = []
    for (const messy of makeMessyNames(known, seed)) {
      const outcome = matchMessyName(messy, { known, matcher: names })
      counts[outcome] += 1
      if (outcome === 'wrong')
        wrong.push(
          `${messy.village.code} ${messy.village.name} ← ${messy.name} | ${messy.commune} | ${messy.district}`,
        )
    }
    const total = known.villages.length
    console.warn(`seed ${seed}: ${JSON.stringify(counts)}`)
    expect(total).toBe(1445)
    expect(wrong, `seed ${seed}`).toEqual([])
    expect((counts.silent + counts.asked) / total, `seed ${seed}`).toBeGreaterThanOrEqual(0.99)
    // Who is asked about every other row stops reading the questions.
    expect(counts.silent / total, `seed ${seed}`).toBeGreaterThan(0.85)
  })
})
