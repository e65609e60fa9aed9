/** How does the map get onto paper, and to others? A link, a sheet as PDF or picture, seen before it is made. */
import '../../styles/print.css'
import { useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { Paper } from '../../print/paper.ts'
import { CopyLink } from '../copy-link.tsx'
import { PageFrame } from '../page-frame.tsx'
import { Segmented } from '../segmented.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { toViewLink } from '../../print/view-link.ts'
import { useSheet } from './use-sheet.ts'

export function PrintPage() {
  const { p } = usePartWords('print')
  return (
    <PageFrame title={p('page.title')}>
      <section className="form" aria-label={p('page.share')}>
        <h3>{p('page.share')}</h3>
        <p className="soft">{p('page.share_hint')}</p>
        <CopyLink getLink={toViewLink} />
      </section>
      <section className="form" aria-label={p('page.print')}>
        <h3>{p('page.print')}</h3>
        <SheetForm />
      </section>
    </PageFrame>
  )
}

function SheetForm() {
  const { p } = usePartWords('print')
  const source = useSheet()
  const [typed, setTyped] = useState<string | null>(null)
  const [paper, setPaper] = useState<Paper>({ size: 'a4', orientation: 'landscape' })
  if (source === null) {
    return (
      <p className="soft" role="status">
        {p('page.waiting')}
      </p>
    )
  }
  const written = typed?.trim() ?? ''
  const title = written === '' ? source.words.default_title : written
  return (
    <>
      <TitleField value={typed ?? source.words.default_title} onChange={setTyped} />
      <PaperChoice paper={paper} onChange={setPaper} />
      <p className="note">{p('page.hint')}</p>
      <SheetPreview source={source} title={title} paper={paper} />
      <SaveButtons source={source} title={title} paper={paper} />
    </>
  )
}

interface TitleFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

const longestTitle = 140

function TitleField({ value, onChange }: TitleFieldProps) {
  const { p } = usePartWords('print')
  return (
    <div className="form-field">
      <label htmlFor="print-title">{p('page.name')}</label>
      <input
        id="print-title"
        value={value}
        maxLength={longestTitle}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

interface PaperChoiceProps {
  readonly paper: Paper
  readonly onChange: (paper: Paper) => void
}

function PaperChoice({ paper, onChange }: PaperChoiceProps) {
  const { p } = usePartWords('print')
  return (
    <div className="paper-choice">
      <Segmented
        legend={p('page.paper')}
        choices={[
          { value: 'a4', label: p('page.a4') },
          { value: 'a3', label: p('page.a3') },
        ]}
        value={paper.size}
        onChange={(size) => onChange({ ...paper, size })}
      />
      <Segmented
        legend={p('page.orientation')}
        choices={[
          { value: 'landscape', label: p('page.landscape') },
          { value: 'portrait', label: p('page.portrait') },
        ]}
        value={paper.orientation}
        onChange={(orientation) => onChange({ ...paper, orientation })}
      />
    </div>
  )
}
