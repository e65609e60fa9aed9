/** What is known of the site besides its place? Every field of the record, with its code lists. */
import { useEffect, useState, type ReactNode } from 'react'
import type { SiteFieldName } from '../../../core/inventory/site-snapshot.ts'
import { ApiProblem, call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { SiteValues } from '../../state/site-form.ts'
import { changeFields, getForm, useSiteSession } from '../../state/site-session.ts'
import { useApp } from '../../state/store.ts'
import { Field, SelectField, TextField } from '../villages/fields.tsx'
import { useCommuneChoices } from '../villages/use-choices.ts'
import { NumberField } from './number-field.tsx'

type TextName = 'code' | 'name' | 'address' | 'land_owner' | 'building_permit' | 'approval' | 'built_on'

function set(values: Partial<SiteValues>): void {
  useSiteSession.setState((session) => changeFields(session, values))
}

export function FieldsSection() {
  const { p } = usePartWords('editing')
  const mode = useSiteSession((session) => session.mode)
  return (
    <>
      <fieldset className="edit-section">
        <legend>{p('sections.record')}</legend>
        <TextOf field="code" />
        <TextOf field="name" />
        <CommuneField />
        <TextOf field="address" />
        <StatusField />
        <PowerField />
        <BackhaulField />
        <OwnerField />
        <MastKindField />
        <HeightField />
        <YesNo field="has_backup_generator" />
        <YesNo field="shareable" />
        <VisibilityField />
      </fieldset>
      <fieldset className="edit-section">
        <legend>{p('sections.papers')}</legend>
        <TextOf field="built_on" type="date" />
        <TextOf field="land_owner" />
        <TextOf field="building_permit" />
        <TextOf field="approval" />
        {mode !== 'propose' && <NoteField />}
      </fieldset>
    </>
  )
}

function useValue<K extends SiteFieldName>(field: K): SiteValues[K] {
  return useSiteSession((session) => getForm(session).site[field])
}

function TextOf({ field, type = 'text' }: { readonly field: TextName; readonly type?: 'text' | 'date' }) {
  const { p } = usePartWords('editing')
  const value = useValue(field)
  return (
    <TextField
      label={p(`fields.${field}`)}
      type={type}
      maxLength={300}
      value={value ?? ''}
      onChange={(text) => set({ [field]: text === '' ? null : text })}
    />
  )
}

function NoteField() {
  const { p } = usePartWords('editing')
  const value = useValue('note')
  return (
    <Field label={p('fields.note')}>
      {(ids) => (
        <textarea
          {...ids}
          rows={3}
          maxLength={2000}
          value={value ?? ''}
          onChange={({ target }) => set({ note: target.value === '' ? null : target.value })}
        />
      )}
    </Field>
  )
}

function CommuneField() {
  const { p } = usePartWords('editing')
  const value = useValue('commune_code')
  const choices = useCommuneChoices(p('choices.by_position'))
  return (
    <SelectField
      label={p('fields.commune_code')}
      value={value ?? ''}
      choices={choices}
      onChange={(code) => set({ commune_code: code === '' ? null : code })}
    />
  )
}

function StatusField() {
  const { t, p } = usePartWords('editing')
  const value = useValue('status')
  const choices = (['planned', 'live', 'retired'] as const).map((status) => ({
    value: status,
    label: t(`site.statuses.${status}`),
  }))
  return (
    <SelectField
      label={p('fields.status')}
      value={value ?? 'live'}
      choices={choices}
      onChange={(status) => set({ status })}
    />
  )
}

function PowerField() {
  const { t, p } = usePartWords('editing')
  const value = useValue('power_source')
  const choices = (['grid', 'generator', 'solar'] as const).map((power) => ({
    value: power,
    label: t(`site.powers.${power}`),
  }))
  return (
    <SelectField
      label={p('fields.power_source')}
      value={value ?? 'grid'}
      choices={choices}
      onChange={(power_source) => set({ power_source })}
    />
  )
}

function BackhaulField() {
  const { t, p } = usePartWords('editing')
  const value = useValue('backhaul')
  const choices = (['fibre', 'microwave', 'satellite'] as const).map((backhaul) => ({
    value: backhaul,
    label: t(`site.backhauls.${backhaul}`),
  }))
  return (
    <SelectField
      label={p('fields.backhaul')}
      value={value ?? 'fibre'}
      choices={choices}
      onChange={(backhaul) => set({ backhaul })}
    />
  )
}

function OwnerField() {
  const { p } = usePartWords('editing')
  const value = useValue('owner_code')
  const carriers = useApp((state) => state.province?.carriers) ?? []
  return (
    <SelectField
      label={p('fields.owner_code')}
      value={value ?? ''}
      choices={withNone(
        p('choices.none'),
        carriers.map(({ code, name }) => ({ value: code, label: name })),
      )}
      onChange={(code) => set({ owner_code: code === '' ? null : code })}
    />
  )
}

function withNone(label: string, choices: readonly { readonly value: string; readonly label: string }[]) {
  return [{ value: '', label }, ...choices]
}

function MastKindField() {
  const { p } = usePartWords('editing')
  const value = useValue('mast_kind')
  const kinds = useMastKinds()
  const known = kinds.filter(({ code, retired }) => !retired || code === value)
  const listed = known.map(({ code, title }) => ({
    value: code,
    label: title === code ? code : `${code} · ${title}`,
  }))
  const isListed = value === null || listed.some((choice) => choice.value === value)
  return (
    <SelectField
      label={p('fields.mast_kind')}
      value={value ?? ''}
      choices={withNone(p('choices.none'), isListed ? listed : [...listed, { value: value, label: value }])}
      onChange={(code) => set({ mast_kind: code === '' ? null : code })}
    />
  )
}

interface MastKind {
  readonly code: string
  readonly title: string
  readonly retired: boolean
}

function useMastKinds(): readonly MastKind[] {
  const [kinds, setKinds] = useState<readonly MastKind[]>([])
  useEffect(() => {
    call('listMastKinds').then(
      ({ mast_kinds }) => setKinds(mast_kinds),
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error
        useSiteSession.setState({ problem: error })
      },
    )
  }, [])
  return kinds
}

function HeightField() {
  const { p } = usePartWords('editing')
  const value = useValue('mast_height_m')
  return (
    <NumberField
      label={p('fields.mast_height_m')}
      value={value}
      onChange={(mast_height_m) => set({ mast_height_m })}
    />
  )
}

function YesNo({ field }: { readonly field: 'has_backup_generator' | 'shareable' }): ReactNode {
  const { p } = usePartWords('editing')
  const value = useValue(field)
  return (
    <label className="edit-check">
      <input
        type="checkbox"
        checked={value === true}
        onChange={({ target }) => set({ [field]: target.checked })}
      />
      {p(`fields.${field}`)}
    </label>
  )
}

/** Administrators only. */
function VisibilityField() {
  const { p } = usePartWords('editing')
  const value = useValue('visibility')
  const can_hide = useSiteSession((session) => session.can_hide)
  if (!can_hide) return null
  const choices = (['public', 'restricted'] as const).map((visibility) => ({
    value: visibility,
    label: p(`choices.visibility.${visibility}`),
  }))
  return (
    <SelectField
      label={p('fields.visibility')}
      value={value ?? 'public'}
      choices={choices}
      onChange={(visibility) => set({ visibility })}
    />
  )
}
