/** A whole list with old or new communes: chosen, sent, and saved with the others beside. Nothing of it is kept. */
import { useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { ApiProblem } from '../../api.ts'
import { convertList, type ConvertDirection, type ConvertedList } from './convert-file.ts'

type State =
  | { readonly status: 'waiting' }
  | { readonly status: 'busy' }
  | { readonly status: 'done'; readonly list: ConvertedList }
  | { readonly status: 'refused'; readonly problem: ApiProblem }

const directions: readonly ConvertDirection[] = ['to-new', 'to-old']
const accepted = '.xlsx,.csv,.txt,.tsv,.geojson,.kml,.kmz,.zip,.gpkg'

export function ConvertList() {
  const { p, language } = usePartWords('communes')
  const [file, setFile] = useState<File | null>(null)
  const [direction, setDirection] = useState<ConvertDirection>('to-new')
  const [state, setState] = useState<State>({ status: 'waiting' })
  const send = async () => {
    if (file === null) return
    setState({ status: 'busy' })
    try {
      setState({ status: 'done', list: await convertList({ file, direction, language }) })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setState({ status: 'refused', problem: error })
    }
  }
  return (
    <details className="communes-convert">
      <summary>{p('convert.title')}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className="soft">{p('convert.text')}</p>
        <fieldset className="communes-directions">
          <legend>{p('convert.direction')}</legend>
          {directions.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="direction"
                checked={direction === one}
                onChange={() => setDirection(one)}
              />{' '}
              {p(`convert.${one}`)}
            </label>
          ))}
        </fieldset>
        <div className="form-field">
          <label htmlFor="convert-file">{p('convert.file')}</label>
          <input
            id="convert-file"
            type="file"
            accept={accepted}
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              setState({ status: 'waiting' })
            }}
          />
        </div>
        <button type="submit" className="main-button" disabled={file === null || state.status === 'busy'}>
          {p(state.status === 'busy' ? 'convert.busy' : 'convert.submit')}
        </button>
        <Outcome state={state} />
      </form>
    </details>
  )
}

function Outcome({ state }: { readonly state: State }) {
  const { p, formats } = usePartWords('communes')
  const toProblemText = useProblemText()
  if (state.status === 'refused') {
    const { code, params } = state.problem
    const fault = faults.find((known) => known === params['fault'])
    const reason =
      code !== 'import_unfit' ? toProblemText(state.problem) : p(`convert.faults.${fault ?? 'other'}`)
    return (
      <p className="form-problem" role="alert">
        {p('convert.refused', { reason })}
      </p>
    )
  }
  return (
    <p role="status">
      {state.status === 'done' &&
        p(state.list.doubtful === 0 ? 'convert.done' : 'convert.done_doubtful', {
          name: state.list.name,
          n: formats.integer(state.list.rows),
          doubtful: formats.integer(state.list.doubtful),
        })}
    </p>
  )
}

/** Those that people meet; of the others it is only said that the file cannot be read. */
const faults = [
  'header_not_found',
  'format_xls',
  'format_unknown',
  'file_empty',
  'file_encrypted',
  'file_truncated',
] as const
