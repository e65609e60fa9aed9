/** Texts of facilities, cable routes and measured speeds, in English. */
import type { TranslationOf } from './i18n.ts'
import type { recordsVi } from './records-vi.ts'

export const recordsEn: TranslationOf<typeof recordsVi> = {
  facility: {
    kinds: {
      office: 'office',
      post_office: 'post office',
      school: 'school',
      clinic: 'clinic',
      public_wifi: 'public wifi',
      other: 'other facility',
    },
    address: 'Address',
    fibre: 'Fibre',
    has_fibre: 'reached',
    no_fibre: 'not reached',
    unit: 'Commune',
    note: 'Note',
  },
  route: {
    title: 'Cable route',
    kind: 'Kind',
    length: 'Length',
    built: 'Built',
    cable: 'Cable',
    cables: { fibre: 'fibre', copper: 'copper' },
    capacity: 'Capacity',
    poles: 'Poles',
    ducts: 'Ducts',
    ducts_used: '{{used}} of {{n}} ducts in use',
    used: '{{used}} ducts in use',
    owner: 'Owner',
    tenants: 'Shared by',
    nobody: 'nobody',
  },
  speeds: {
    title: 'i-Speed',
    networks: { mobile: 'Mobile', fixed: 'Fixed' },
    download: 'download {{n}} Mb/s',
    upload: 'upload {{n}} Mb/s',
    latency: 'latency {{n}} ms',
    too_few: 'too few samples (below {{n}})',
    period: '{{from}} – {{to}}',
    samples_one: '{{n}} sample',
    samples_other: '{{n}} samples',
  },
}
