/** A request that each writing endpoint could answer: one that is missing here does not compile. */
import type { endpoints, Endpoints } from '../../../core/api/endpoints.ts'

export type WritingName = {
  [N in keyof Endpoints]: (typeof endpoints)[N]['method'] extends 'GET' ? never : N
}[keyof Endpoints]

export interface WritingRequest {
  /** What stands for `:id` or `:code` in the path. */
  readonly place?: string
  /** With a text, a number or a list wherever the endpoint takes one; null where it takes no body. */
  readonly body: Readonly<Record<string, unknown>> | null
}

const village = {
  code: 'W-1',
  name: 'Bản Viết',
  kind: 'ban',
  alt_names: ['Tên khác'],
  lng: 108.1,
  lat: 14.4,
  commune_code: '90101',
  households: 10,
  population: 40,
}
const evidence = { source_code: 'van-ban', observed_on: '2025-01-02', reason: 'kiểm tra' }
const stations = [
  { carrier_code: 'alpha-tel', technology: '4g', bands_mhz: [1800], power_w: 20, note: 'ghi chú' },
]
const site = {
  code: 'W-1',
  name: 'Trạm viết',
  lng: 108.1,
  lat: 14.4,
  power_source: 'grid',
  mast_height_m: 40,
  note: 'ghi chú',
}
const user = {
  username: 'nguoi-viet',
  display_name: 'Người viết',
  role: 'local',
  units: [{ unit_set: 'district', code: '901' }],
}
const plan = {
  name: 'Phương án viết',
  service: '4g',
  visibility: 'shared',
  sites: [{ lng: 108.1, lat: 14.4, radius_m: 3000 }],
}
const said = {
  service: '4g',
  carrier_code: 'alpha-tel',
  state: 'partial',
  households_share: 0.5,
  observed_on: '2025-01-02',
}

const act = {
  code: 'ke-hoach-viet',
  title: 'Kế hoạch viết',
  rows: [
    {
      row_no: 1,
      village_printed: 'Bản Viết',
      commune_printed: 'Xã Viết',
      district_printed: 'Huyện Viết',
      carrier_code: 'alpha-tel',
      service: 'mobile',
      due_on: '2030-12-31',
      village_code: null,
    },
  ],
  changes: [{ act_code: 'ke-hoach-cu', row_no: 1, kind: 'withdraw' }],
}

const uuid = '6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d11'

export const writingRequests: Readonly<Record<WritingName, WritingRequest>> = {
  signIn: { body: { username: 'ai-do', password: 'một mật khẩu' } },
  signOut: { body: { everywhere: false } },
  changePassword: { body: { current: 'mật khẩu hiện tại', next: 'một mật khẩu khác' } },
  endSession: { place: uuid, body: null },
  createUser: { body: user },
  updateUser: { place: '1', body: { display_name: 'Tên mới', units: user.units } },
  resetPassword: { place: '1', body: {} },
  createSite: { body: { site, stations, confirm: ['near_site'], reason: 'kiểm tra' } },
  updateSite: { place: '1', body: { changes: site, stations, confirm: ['near_site'], reason: 'kiểm tra' } },
  putMastKind: { place: 'W1', body: { title: 'Loại mới', retired: false } },
  createPlan: { body: { ...plan, note: 'ghi chú' } },
  updatePlan: { place: '1', body: { ...plan, retired: false } },
  proposeSite: { place: '1', body: { changes: site, stations, confirm: ['near_site'], reason: 'kiểm tra' } },
  proposeStatement: { place: '1', body: { ...said, reason: 'kiểm tra' } },
  decideProposal: {
    place: '1',
    body: { decision: 'accept', record_version: 1, confirm: ['near_site'], reason: 'kiểm tra' },
  },
  restoreEntry: { place: '1', body: { side: 'before', version: 1, reason: 'kiểm tra' } },
  createVillage: { body: { village, valid_from: '2025-01-02', ...evidence } },
  updateVillage: {
    place: '1',
    body: { changes: { name: 'Tên mới', households: 3, alt_names: ['x'] }, ...evidence },
  },
  mergeVillages: {
    body: {
      villages: [
        { id: 1, version: 1 },
        { id: 2, version: 1 },
      ],
      into: village,
      valid_from: '2025-01-02',
      ...evidence,
    },
  },
  splitVillage: {
    place: '1',
    body: { into: [village, { ...village, code: 'W-2' }], valid_from: '2025-01-02', ...evidence },
  },
  createStatement: {
    place: '1',
    body: { ...said, basis: 'declared', source_code: 'van-ban', note: 'ghi chú', reason: 'kiểm tra' },
  },
  moveAssignment: {
    place: '1',
    body: {
      move: 'block',
      blocker: 'road',
      text: 'kẹt đường',
      reason: 'kiểm tra',
      key: '6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d11',
    },
  },
  moveAssignments: {
    body: { items: [{ id: 1, version: 1 }], move: 'return', reason: 'kiểm tra', technologies: ['4g'] },
  },
  createAct: { body: act },
  markAlertsRead: { body: { ids: [1], until_id: 1 } },
  putAlertChoices: {
    body: { email: 'ai-do@example.vn', language: 'vi', kinds: [{ kind: 'overdue', channel: 'mail' }] },
  },
  moveDuePaper: {
    body: {
      duty_code: 'ke-hoach-viet',
      ower_code: 'alpha-tel',
      year: 2021,
      move: 'waive',
      reason: 'kiểm tra',
    },
  },
  createPaperDuty: {
    body: {
      code: 'nghia-vu-viet',
      act_code: 'ke-hoach-viet',
      title: 'Kế hoạch viết',
      owed_by: 'carrier',
      owed_codes: ['alpha-tel'],
      yearly_day: '11-30',
      first_on: '2030-01-01',
      quote: 'trước ngày 30/11',
    },
  },
  fileChallenge: {
    body: {
      village_id: 1,
      carrier_code: 'alpha-tel',
      service: '4g',
      observed_state: 'not_covered',
      observed_on: '2025-01-02',
      text: 'không có sóng',
    },
  },
  moveChallenge: {
    place: '1',
    body: { move: 'reject', text: 'kiểm tra', reason: 'kiểm tra', into_id: 2 },
  },
  createImport: { body: null },
  changeImport: {
    place: '1',
    body: {
      noun: 'sites',
      table: 'Trang 1',
      sender: 'ai-do',
      mapping: {
        header_rows: [1],
        columns: [{ column: 0, title: 'Mã trạm', field: 'code', by: 'person' }],
        constants: { carrier_code: 'alpha-tel' },
      },
      answers: { 'village|901|ban na': null },
      accepted: ['near_site'],
      rows: { 12: 'take' },
      retire_missing: false,
    },
  },
  moveImport: { place: '1', body: { move: 'undo', leave_changed: true, reason: 'kiểm tra' } },
  createUpload: { body: null },
  appendUpload: { place: uuid, body: null },
  cancelUpload: { place: uuid, body: null },
  withdrawFile: { place: uuid, body: null },
  startReal: { body: { confirm: 'Tỉnh khác', password: 'mật khẩu dài và lạ' } },
  convertCommunes: { body: null },
  createCarrier: { body: { code: 'viet-moi', name: 'Việt Mới', letter: 'M', color: '#0072b2' } },
}
