import { describe, expect, it } from 'vitest'
import { toOnlyChoices } from '../../../web/state/import-questions.ts'

const ask = (key: string, ...codes: readonly string[]) => ({ key, choices: codes.map((code) => ({ code })) })

describe('answers that lie at hand', () => {
  it('are those of questions with one choice, as far as nobody has answered them', () => {
    const questions = [
      ask('a', '1'),
      ask('b', '2', '3'),
      ask('c'),
      ask('d', '4'),
      ask('e', '5'),
      ask('f', '6'),
    ]
    expect(toOnlyChoices(questions, { d: 'none' })).toEqual({ a: '1', e: '5', f: '6' })
  })

  it('are not offered where they are few', () => {
    expect(toOnlyChoices([ask('a', '1'), ask('b', '2')], {})).toEqual({})
  })
})
