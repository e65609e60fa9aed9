/** A whole list with old or new communes: chosen, sent, and saved with the others beside. Nothing of it is kept. */
import { useId, useState } from 'react'
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
// An .xls is let through: the server says what is to be done with it.
const accepted = '.xlsx,.xls,.csv,.txt,.tsv,.geojson,.kml,.kmz,.zip,.gpkg'

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
        <FileField
          file={file}
          onChoose={(chosen) => {
            setFile(chosen)
            setState({ status: 'waiting' })
          }}
        />
        <button type="submit" className="main-button" disabled={file === null || state.status === 'busy'}>
          {p(state.status === 'busy' ? 'convert.busy' : 'convert.submit')}
        </button>
        <Outcome state={state} />
      </form>
    </details>
  )
}

interface FileFieldProps {
  readonly file: File | null
  readonly onChoose: (file: File | null) => void
}

/** Its button in the language of the page: the browser's own speaks that of the browser. */
function FileField({ file, onChoose }: FileFieldProps) {
  const { p } = usePartWords('communes')
  const id = useId()
  return (
    <div className="communes-file">
      <label htmlFor={id}>{p('convert.file')}</label>
      <div>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={accepted}
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        />
        <label htmlFor={id} className="plain-button">
          {p('convert.choose')}
        </label>
        <span role="status">{file?.name ?? p('convert.not_chosen')}</span>
      </div>
    </div>
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
