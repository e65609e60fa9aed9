/** By which code does a new village go? The next free one of its commune is at hand. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { suggestCodes } from '../../state/new-village.ts'
import { useApp } from '../../state/store.ts'
import { getVillageFeatures } from '../../state/units.ts'
import { TextField } from './fields.tsx'

interface CodeFieldProps {
  readonly code: string
  readonly commune_code: string
  readonly problem: string | null
  readonly onChange: (code: string) => void
}

export function CodeField({ code, commune_code, problem, onChange }: CodeFieldProps) {
  const { p } = usePartWords('villages')
  const villages = useApp((state) => state.sources.villages)
  const taken = getVillageFeatures(villages).map(({ properties }) => properties.code)
  const [next = ''] = commune_code === '' ? [] : suggestCodes(taken, commune_code, 1)
  return (
    <div>
      <TextField label={p('fields.code')} value={code} maxLength={40} problem={problem} onChange={onChange} />
      {next !== '' && code !== next && (
        <button type="button" className="text-button" onClick={() => onChange(next)}>
          {p('new.use_code', { code: next })}
        </button>
      )}
    </div>
  )
}
