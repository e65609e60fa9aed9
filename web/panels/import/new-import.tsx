/** Which file is sent, what is in it, and whose is it? Nothing is written by sending it. */
import { useState } from 'react'
import { carrierNouns, importNouns, isImportNoun, type ImportNoun } from '../../../core/import/nouns.ts'
import { useRole } from '../../hooks/use-role.ts'
import { useAskedImport } from '../../state/asked-import.ts'
import { useApp } from '../../state/store.ts'
import { SelectField, TextField } from '../villages/fields.tsx'
import { FormFrame } from '../villages/form-frame.tsx'
import { useSaving } from '../villages/use-saving.ts'
import { FileChoice } from './file-choice.tsx'
import { sendImport } from './send-import.ts'
import { toFileProblem } from './to-file-problem.ts'
import { useImportWords } from './use-import-words.ts'

interface NewImportProps {
  readonly onSent: (id: number) => void
  readonly onCancel: () => void
}

interface Sending {
  readonly share: number
  readonly stop: () => void
}

export function NewImport({ onSent, onCancel }: NewImportProps) {
  const words = useImportWords()
  const { p } = words
  const own = useApp((state) => state.session?.carrier_code ?? null)
  const isCarrier = useRole() === 'carrier'
  const [noun, setNoun] = useState<ImportNoun>(() => useAskedImport.getState().noun ?? 'sites')
  const [sender, setSender] = useState<string | null>(isCarrier ? own : '')
  const [file, setFile] = useState<File | null>(null)
  const [isTried, setTried] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const { saving, run } = useSaving()
  const file_problem =
    file === null ? (isTried ? p('upload.file_missing') : null) : toFileProblem(file, words)
  const isSenderMissing = sender !== null && sender.trim() === ''
  const send = async () => {
    setTried(true)
    if (file === null || file_problem !== null || isSenderMissing) return
    const stop = new AbortController()
    const show = (share: number) => setSending({ share, stop: () => stop.abort() })
    show(0)
    try {
      await run(async () => {
        const record = await sendImport({
          file,
          noun,
          sender: isCarrier ? null : (sender?.trim() ?? null),
          onProgress: show,
          signal: stop.signal,
        })
        onSent(record.id)
      })
    } catch (error) {
      if (!stop.signal.aborted) throw error
    } finally {
      setSending(null)
    }
  }
  return (
    <FormFrame
      title={p('upload.title')}
      save_label={p('upload.send')}
      saving={sending === null ? saving : { status: 'saving' }}
      onSave={() => void send()}
      onCancel={() => (sending === null ? onCancel() : sending.stop())}
    >
      <NounField value={noun} onChange={setNoun} />
      {!isCarrier && (
        <SenderField
          value={sender ?? ''}
          problem={isTried && isSenderMissing ? p('upload.other_missing') : null}
          onChange={setSender}
        />
      )}
      <FileChoice file={file} problem={file_problem} onChoose={setFile} />
      {sending !== null && <SendingNote {...sending} />}
    </FormFrame>
  )
}

interface NounFieldProps {
  readonly value: ImportNoun
  readonly onChange: (noun: ImportNoun) => void
}

/** In the order in which a province brings its data in after what is sent most; a carrier sends lists of its own. */
export function NounField({ value, onChange }: NounFieldProps) {
  const { p } = useImportWords()
  const nouns = useRole() === 'carrier' ? carrierNouns : importNouns
  return (
    <SelectField
      label={p('upload.noun')}
      value={value}
      choices={nouns.map((noun) => ({ value: noun, label: p(`nouns.${noun}`) }))}
      onChange={(chosen) => {
        if (isImportNoun(chosen)) onChange(chosen)
      }}
    />
  )
}

interface SenderFieldProps {
  readonly value: string
  readonly problem: string | null
  readonly onChange: (sender: string) => void
}

const other = 'other:'

export function SenderField({ value, problem, onChange }: SenderFieldProps) {
  const { p } = useImportWords()
  const carriers = useApp((state) => state.province?.carriers) ?? []
  const isCarrier = carriers.some(({ code }) => code === value)
  const [isOther, setOther] = useState(value !== '' && !isCarrier)
  const choices = [
    ...(value === '' && !isOther ? [{ value: '', label: '…' }] : []),
    ...carriers.map(({ code, name }) => ({ value: code, label: name })),
    { value: other, label: p('upload.other') },
  ]
  return (
    <>
      <SelectField
        label={p('upload.sender')}
        hint={p('upload.sender_hint')}
        problem={isOther ? null : problem}
        value={isOther ? other : value}
        choices={choices}
        onChange={(chosen) => {
          setOther(chosen === other)
          onChange(chosen === other ? '' : chosen)
        }}
      />
      {isOther && (
        <TextField
          label={p('upload.other_name')}
          maxLength={100}
          problem={problem}
          value={value}
          onChange={onChange}
        />
      )}
    </>
  )
}

function SendingNote({ share }: Sending) {
  const { p, formats } = useImportWords()
  const text =
    share < 1
      ? p('upload.sending', { percent: formats.shortPercent(Math.floor(share * 100)) })
      : p('upload.sent')
  return (
    <div className="import-progress" role="status">
      <progress aria-label={p('upload.title')} value={share < 1 ? share : undefined} />
      <span>{text}</span>
    </div>
  )
}
