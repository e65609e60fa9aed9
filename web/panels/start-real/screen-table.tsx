/** Which screens work already, and what do the others wait for? */
import type { StartReal } from '../../../core/api/start-real.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'

export function ScreenTable({ screens }: { readonly screens: StartReal['screens'] }) {
  const { p } = usePartWords('start_real')
  return (
    <section>
      <h3>{p('screens.title')}</h3>
      <table className="start-real-screens">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{p('screens.screen')}</th>
            <th scope="col">{p('screens.state')}</th>
          </tr>
        </thead>
        <tbody>
          {screens.map(({ screen, state, missing }) => (
            <tr key={screen} data-state={state}>
              <th scope="row">{p(`screens.${screen}`)}</th>
              <td>
                {state === 'waits'
                  ? p('screens.waits', { list: missing.map((step) => p(`steps.${step}`)).join('; ') })
                  : p(`screens.${state}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
