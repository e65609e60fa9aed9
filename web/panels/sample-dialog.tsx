/** What does “sample data” mean here? */
import { useWords } from '../hooks/use-words.ts'
import { useApp } from '../state/store.ts'
import { DialogFrame } from './dialog-frame.tsx'

export function SampleDialog() {
  const { t } = useWords()
  const data = useApp((state) => state.province?.data)
  return (
    <DialogFrame title={t('header.sample_title')}>
      <p>{t('header.sample_text')}</p>
      {data !== undefined && <p className="soft">{data.title}</p>}
      {data?.note != null && <p lang="vi">{data.note}</p>}
    </DialogFrame>
  )
}
