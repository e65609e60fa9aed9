/** What does `npm run db -- start-real` say, and what of it does `status`? The source of the keys. */
import type { ReadinessGap, ReadinessStep, StepReadiness } from '../core/readiness/steps.ts'

const numbers = new Intl.NumberFormat('vi-VN')

/** Tables of which the command tells. */
const tables: Readonly<Record<string, string>> = {
  sites: 'vị trí trạm',
  stations: 'trạm BTS',
  villages: 'thôn, bản',
  village_services: 'bản ghi phủ sóng',
  cable_routes: 'tuyến cáp',
  carriers: 'nhà mạng',
  assignments: 'dòng giao thôn, bản',
  challenges: 'phản ánh',
  proposals: 'đề nghị',
  due_papers: 'văn bản đã nộp',
  stored_files: 'tệp đính kèm',
  imports: 'danh sách đã gửi',
  facilities: 'cơ sở',
  speed_results: 'kết quả đo tốc độ',
}

function toList(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${numbers.format(count)} ${tables[table] ?? table}`)
    .join(', ')
}

export const startRealVi = {
  noSample: 'Không còn dữ liệu mẫu: không có gì để bỏ.',
  wouldRemove: (removed: Readonly<Record<string, number>>) => `Sẽ bỏ dữ liệu mẫu: ${toList(removed)}.`,
  wouldHang: (hanging: Readonly<Record<string, number>>) =>
    toList(hanging) === '' ? null : `Dữ liệu thật gắn với dữ liệu mẫu sẽ mất theo: ${toList(hanging)}.`,
  needsYes:
    'Không có đường lùi ngoài bản sao lưu. Sao lưu trước: npm run backup\nRồi bỏ dữ liệu mẫu: npm run db -- start-real --yes',
  removed: (removed: Readonly<Record<string, number>>) => `Đã bỏ dữ liệu mẫu: ${toList(removed)}.`,
  hung: (hanging: Readonly<Record<string, number>>) =>
    toList(hanging) === '' ? null : `Dữ liệu thật gắn với dữ liệu mẫu đã mất theo: ${toList(hanging)}.`,
  disabled: (usernames: readonly string[]) => `Đã khóa các tài khoản mẫu: ${usernames.join(', ')}.`,
  noAdmin: 'Chưa có quản trị viên nào. Tạo người đầu tiên: npm run users -- add <tên> --role admin',
  nextTitle:
    'Đưa dữ liệu thật vào theo thứ tự (trang “Bắt đầu với dữ liệu thật”, hoặc npm run import -- TỆP):',
  readinessTitle: 'Danh sách của tỉnh:',
  step: ({ step, state, count, gaps }: StepReadiness) =>
    `  ${state === 'missing' ? '○' : state === 'partly' ? '◐' : '●'} ${steps[step]}: ` +
    (state === 'missing'
      ? 'chưa có'
      : [
          `có ${numbers.format(count)}`,
          ...gaps.map((gap) => gapTexts[gap.code](numbers.format(gap.count))),
        ].join('; ')),
}

const steps: Readonly<Record<ReadinessStep, string>> = {
  admin_units: 'Đơn vị hành chính',
  villages: 'Thôn, bản',
  carriers: 'Nhà mạng',
  sites: 'Vị trí trạm và trạm BTS',
  village_services: 'Phủ sóng từng thôn, bản',
  cable_routes: 'Tuyến cáp',
  assignments: 'Văn bản và thôn, bản được giao',
  indicator_values: 'Số thực hiện của chỉ tiêu',
  facilities: 'Cơ sở (cơ quan, trường, trạm y tế…)',
  speed_results: 'Kết quả đo tốc độ i-Speed',
}

const gapTexts: Readonly<Record<ReadinessGap, (n: string) => string>> = {
  no_communes_2025: () => 'chưa có bộ xã từ 7/2025',
  villages_without_position: (n) => `${n} chưa có tọa độ`,
  villages_without_households: (n) => `${n} chưa có số hộ`,
  sites_without_stations: (n) => `${n} vị trí chưa có trạm BTS`,
  villages_without_statements: (n) => `${n} thôn, bản chưa rõ phủ sóng`,
  services_without_statements: (n) => `${n} dịch vụ chưa có số liệu`,
  assignments_without_village: (n) => `${n} dòng chưa biết là bản nào`,
  no_targets: () => 'chưa có mục tiêu',
}

export type StartRealMessages = typeof startRealVi
