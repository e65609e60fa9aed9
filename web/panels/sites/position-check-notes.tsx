/** What is odd about the position? Said while it is moved, with the way to put it right. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { changeFields, getForm, getPosition, movePosition, useSiteSession } from '../../state/site-session.ts'
import { useFieldWords } from './field-words.ts'

export function PositionCheckNotes() {
  const { p } = usePartWords('editing')
  const check = useSiteSession((session) => session.check)
  const hasPosition = useSiteSession((session) => getPosition(getForm(session)) !== null)
  if (!hasPosition) return null
  return (
    <div className="edit-checks" role="status">
      {check === null ? <p className="edit-note">{p('check.checking')}</p> : <Checked />}
    </div>
  )
}

function Checked() {
  const { p, formats } = usePartWords('editing')
  const check = useSiteSession((session) => session.check)
  if (check === null) return null
  if (!check.inside) return <Outside isSwapped={check.swapped} />
  const { units, warnings, near_sites, moved_m } = check
  return (
    <>
      {units !== null && !warnings.includes('outside_commune') && (
        <p className="edit-note">
          {p('check.located', {
            commune: units.commune_name,
            district: units.district_name,
            commune_2025: units.commune_2025_name,
          })}
        </p>
      )}
      {warnings.includes('outside_commune') && <OtherCommune />}
      {warnings.includes('near_site') &&
        near_sites.map(({ id, code, name, distance_m }) => (
          <p key={id} className="edit-warning">
            {p('check.near', { code, name, distance: formats.distance(distance_m) })}
          </p>
        ))}
      {warnings.includes('moved_far') && (
        <p className="edit-warning">{p('check.moved_far', { distance: formats.distance(moved_m ?? 0) })}</p>
      )}
    </>
  )
}

function Outside({ isSwapped }: { readonly isSwapped: boolean }) {
  const { p } = usePartWords('editing')
  return (
    <p className="edit-warning edit-refused">
      {p(isSwapped ? 'check.swapped' : 'check.outside')}{' '}
      {isSwapped && (
        <button
          type="button"
          className="text-button"
          onClick={() =>
            useSiteSession.setState((session) => {
              const position = getPosition(getForm(session))
              return position === null ? {} : movePosition(session, [position[1], position[0]], 'swapped')
            })
          }
        >
          {p('check.swap')}
        </button>
      )}
    </p>
  )
}

function OtherCommune() {
  const { p } = usePartWords('editing')
  const units = useSiteSession((session) => session.check?.units ?? null)
  const stated = useSiteSession((session) => getForm(session).site.commune_code)
  const { valueOf } = useFieldWords()
  if (units === null) return null
  return (
    <p className="edit-warning">
      {p('check.outside_commune', {
        located: units.commune_name,
        located_2025: units.commune_2025_name,
        stated: valueOf('commune_code', stated),
      })}{' '}
      <button
        type="button"
        className="text-button"
        onClick={() =>
          useSiteSession.setState((session) => changeFields(session, { commune_code: units.commune_code }))
        }
      >
        {p('check.change_commune', { name: units.commune_name })}
      </button>
    </p>
  )
}
