/** Writes the Sở's letters: one for each carrier that has overdue villages in the list. */
import { useState } from 'react'
import { saveFile } from '../../export/save-file.ts'
import { toFileName } from '../../export/to-file-name.ts'
import type { AssignedRow } from '../../state/assigned-rows.ts'
import { useApp } from '../../state/store.ts'
import { listOverdue, toOverdueLetter } from './to-overdue-letter.ts'
import { useAssignedWords } from './use-assigned-words.ts'

interface OverdueLettersProps {
  readonly rows: readonly AssignedRow[]
  readonly today: string
}

export function OverdueLetters({ rows, today }: OverdueLettersProps) {
  const words = useAssignedWords()
  const { p, formats, nameCarrier } = words
  const [status, setStatus] = useState<'idle' | 'failed'>('idle')
  const overdue = listOverdue(rows)
  if (overdue.length === 0) return null
  const write = async (carrier: (typeof overdue)[number]) => {
    const { province } = useApp.getState()
    if (province === null) return
    setStatus('idle')
    const { writeLetter } = await import('../../export/write-letter.ts')
    const facts = { today, province: province.name, is_sample: province.data.is_sample }
    const content = await writeLetter(toOverdueLetter(words, { ...carrier, ...facts }))
    saveFile(content, toFileName(`${p('letter.file')} ${nameCarrier(carrier.carrier_code)} ${today}`, 'docx'))
  }
  return (
    <div className="row-actions" role="group" aria-label={p('letter.heading')}>
      {overdue.map((carrier) => (
        <button
          type="button"
          key={carrier.carrier_code}
          className="plain-button"
          onClick={() => void write(carrier).catch(() => setStatus('failed'))}
        >
          {p('letter.button', {
            carrier: nameCarrier(carrier.carrier_code),
            n: formats.integer(carrier.rows.length),
          })}
        </button>
      ))}
      {status === 'failed' && (
        <span className="note" role="alert">
          {p('export_failed')}
        </span>
      )}
    </div>
  )
}
