/** Editing one site: map and form in step, checked while it is done, saved as one change. */
import { useEffect, useRef, useState } from 'react'
import type { SiteRecord } from '../../../core/api/records.ts'
import type { LngLat } from '../../../core/geo.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useSite } from '../../hooks/use-record.ts'
import { keepDraftOfSession, leave, lookForOthers, openNewSession, openSession } from '../../edit-site.ts'
import { getForm, getPosition, useSiteSession } from '../../state/site-session.ts'
import { isSignedIn } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { RecordProblem } from '../record-problem.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FieldsSection } from './fields-section.tsx'
import { PositionSection } from './position-section.tsx'
import { SaveBar } from './save-bar.tsx'
import { StationsSection } from './stations-section.tsx'
import { useMapEditing } from './use-map-editing.ts'
import { usePositionCheck } from './use-position-check.ts'
import './editing.css'

export function SiteEditor({ id }: { readonly id: number }) {
  const fetched = useSite(id)
  const [known, setKnown] = useState<SiteRecord | null>(null)
  if (fetched.status === 'ready' && fetched.value !== known) setKnown(fetched.value)
  // A form that is open stays open, though its record cannot be read again just now.
  if (known?.id === id) return <OpenedSite key={id} record={known} />
  return (
    <RecordProblem problem={fetched.status === 'failed' ? fetched.problem : null} focus_key={`edit:${id}`} />
  )
}

function OpenedSite({ record }: { readonly record: SiteRecord }) {
  const opened = useSiteSession((session) => session.site_id === record.id)
  const first = useRef(record)
  useEffect(() => {
    openSession(first.current)
    lookNear([first.current.lng, first.current.lat])
  }, [])
  // What comes later is news, not the form's beginning.
  useEffect(() => {
    const { site_id, version, status } = useSiteSession.getState()
    if (site_id === record.id && status === 'editing' && record.version !== version) void lookForOthers()
  }, [record])
  return opened ? <OpenForm /> : null
}

export function NewSiteEditor({ position }: { readonly position: LngLat | null }) {
  const opened = useSiteSession((session) => session.mode === 'create')
  const first = useRef(position)
  useEffect(() => openNewSession(first.current), [])
  return opened ? <OpenForm /> : null
}

/** Near enough to see 20 metres, unless one is nearer already. */
function lookNear(position: LngLat): void {
  const key = `edit-${position.join()}`
  useApp.setState(({ camera }) => ({
    camera_request: {
      key,
      type: 'position',
      center: position,
      zoom: Math.max(camera?.zoom ?? 0, 16.3),
    },
  }))
}

function OpenForm() {
  const { p } = usePartWords('editing')
  const mode = useSiteSession((session) => session.mode)
  const code = useSiteSession((session) => session.base.site.code)
  const conflict = useSiteSession((session) => session.conflict)
  const heading = useRef<HTMLHeadingElement>(null)
  useMapEditing()
  usePositionCheck()
  useNewsOfOthers()
  useSessionUnderWay()
  useTypedPlaceInView()
  useEffect(() => keepDraftOfSession(), [])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section className="selected edit" aria-label={p(`titles.${mode}`, { code: code ?? '' })}>
      <h2 ref={heading} tabIndex={-1}>
        {p(`titles.${mode}`, { code: code ?? '' })}
      </h2>
      <PositionSection />
      <FieldsSection />
      <StationsSection />
      <SaveBar />
      {conflict !== null && <ConflictDialog conflict={conflict} />}
    </section>
  )
}

/** Back in the session, nothing stands in the way any more; going on as a visitor, nothing stays on screen but the draft. */
function useSessionUnderWay(): void {
  const isBack = useApp((state) => state.session_end === 'none')
  const isVisitor = useApp((state) => state.session !== null && !isSignedIn(state))
  useEffect(() => {
    const { problem } = useSiteSession.getState()
    if (isBack && problem?.code === 'not_signed_in') useSiteSession.setState({ problem: null })
  }, [isBack])
  useEffect(() => {
    if (isVisitor) leave()
  }, [isVisitor])
}

/** What others save arrives with the layers: then this site is looked at again. */
function useNewsOfOthers(): void {
  const sites = useApp((state) => state.sources.sites)
  const refresh_count = useApp((state) => state.refresh_count)
  useEffect(() => {
    void lookForOthers()
  }, [sites, refresh_count])
}

/** A place that was typed may lie outside the picture. */
function useTypedPlaceInView(): void {
  const form = useSiteSession(getForm)
  const about = useSiteSession((session) => session.history.last)
  const position = getPosition(form)
  const key = position?.join() ?? ''
  useEffect(() => {
    if (about === 'typed' && position !== null) lookNear(position)
    // By the value of the position.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [about, key])
}
