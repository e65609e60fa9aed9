/** How far is it, in which direction, how large is it? Points on the map or by their coordinates, and what they measure. */
import { measuredShapes, type Measured } from '../../../core/measure/measure-path.ts'
import { mostPlaces, useMeasuring, withoutPlace, type Measuring } from '../../state/measure.ts'
import { PageFrame } from '../page-frame.tsx'
import { Segmented } from '../segmented.tsx'
import { AddPlace } from './add-place.tsx'
import { CopyMeasured } from './copy-measured.tsx'
import { MeasuredPlace } from './measured-place.tsx'
import { useMeasureMap } from './use-measure-map.ts'
import { useMeasureWords } from './use-measure-words.ts'
import '../sites/editing.css'
import './measure.css'

export function MeasurePage() {
  const { p } = useMeasureWords()
  const measuring = useMeasuring()
  const measured = useMeasureMap()
  const { places, shape, clicks } = measuring
  return (
    <PageFrame title={p('title')}>
      <Segmented
        legend={p('shape')}
        choices={measuredShapes.map((value) => ({ value, label: p(`shapes.${value}`) }))}
        value={shape}
        onChange={(value) => useMeasuring.setState({ shape: value })}
      />
      <Sum measuring={measuring} measured={measured} />
      <p className="soft">{p(clicks === 'add' ? 'how' : 'how_stopped')}</p>
      <Actions measuring={measuring} />
      {places.length > 0 && (
        <ol className="measured-places">
          {places.map((place, index) => (
            <MeasuredPlace key={index} index={index} place={place} leg={measured.legs[index] ?? null} />
          ))}
        </ol>
      )}
      {places.length >= mostPlaces ? <p>{p('most_points', { n: mostPlaces })}</p> : <AddPlace />}
      {measured.legs.length > 0 && <CopyMeasured measuring={measuring} measured={measured} />}
      <p className="soft">{p('method')}</p>
    </PageFrame>
  )
}

interface MeasuringProps {
  readonly measuring: Measuring
}

function Sum({ measuring, measured }: MeasuringProps & { readonly measured: Measured }) {
  const { p, formats, toArea } = useMeasureWords()
  const { places, shape } = measuring
  const least = shape === 'area' ? 3 : 2
  if (places.length < least) return <p role="status">{p('few_points', { n: least })}</p>
  const { area, total_m } = measured
  return (
    <div role="status">
      <dl className="measured-sum">
        {area.type === 'known' && (
          <div>
            <dt>{p('area')}</dt>
            <dd>{toArea(area.area_m2)}</dd>
          </div>
        )}
        <div>
          <dt>{p(shape === 'area' ? 'perimeter' : 'total')}</dt>
          <dd>{formats.distance(total_m)}</dd>
        </div>
      </dl>
      {area.type === 'crossed' && <p className="edit-refusal">{p('crossed')}</p>}
    </div>
  )
}

function Actions({ measuring: { places, clicks } }: MeasuringProps) {
  const { p } = useMeasureWords()
  if (places.length === 0) return null
  return (
    <div className="row-actions">
      <button
        type="button"
        className="text-button"
        onClick={() => useMeasuring.setState((state) => withoutPlace(state, state.places.length - 1))}
      >
        {p('undo')}
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => useMeasuring.setState({ places: [], clicks: 'add' })}
      >
        {p('clear')}
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => useMeasuring.setState({ clicks: clicks === 'add' ? 'nothing' : 'add' })}
      >
        {p(clicks === 'add' ? 'stop' : 'resume')}
      </button>
    </div>
  )
}
