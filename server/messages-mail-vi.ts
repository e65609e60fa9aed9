/** What does the daily mail say in Vietnamese? The source of the keys: the other languages say the same. */
import type { AlertKind, Milestone } from '../core/alerts/kinds.ts'
import type { ChallengeState } from '../core/challenges/lifecycle.ts'

const milestones: Readonly<Record<Milestone, string>> = { built: 'dựng cột', on_air: 'phát sóng' }

export interface DayFacts {
  readonly milestone: Milestone | null
  /** As it is written. */
  readonly day: string
  readonly days: number | null
}

export const mailVi = {
  subject: (count: number, day: string) => `Bản đồ số hạ tầng viễn thông: ${count} cảnh báo ngày ${day}`,
  intro: (day: string) => `Cảnh báo đến ngày ${day}:`,
  sample: 'Đây là dữ liệu mẫu, không phải số liệu thật.',
  kinds: {
    deadline: 'Sắp đến hạn',
    overdue: 'Quá hạn',
    promise_passed: 'Đã qua ngày nhà mạng hẹn',
    returned: 'Bị Sở trả lại',
    accepted: 'Sở đã xác nhận',
    asked: 'Sở hỏi UBND',
    power: 'Điện lưới đã đến nơi đang chờ điện',
    certificate: 'Giấy kiểm định sắp hết hạn hoặc đã hết hạn',
    challenge: 'Phản ánh về vùng phủ',
    answer_due: 'Hạn trả lời phản ánh',
  } satisfies Record<AlertKind, string> as Record<AlertKind, string>,
  due: ({ milestone, day }: DayFacts) => `thời hạn ${milestones[milestone ?? 'on_air']} ${day}`,
  promised: ({ milestone, day }: DayFacts) => `hẹn ${milestones[milestone ?? 'on_air']} ${day}`,
  expires: ({ days, day }: DayFacts) => (days === 0 ? `đã hết hạn ${day}` : `hết hạn ${day}`),
  answer: ({ days, day }: DayFacts) =>
    days === 0 ? `quá hạn trả lời từ ${day}` : `trả lời chậm nhất ${day}`,
  challenge: {
    filed: 'mới gửi, chờ Sở xem',
    routed: 'Sở chuyển, chờ nhà mạng trả lời',
    answered: 'nhà mạng đã trả lời, chờ Sở kết luận',
    decided: 'Sở đã kết luận',
    dismissed: 'Sở không kết luận được',
    rejected: 'Sở không tiếp nhận',
    merged: 'đã gộp vào phản ánh khác',
  } satisfies Record<ChallengeState, string> as Record<ChallengeState, string>,
  reason: (text: string) => `lý do: ${text}`,
  generator: 'vị trí chạy máy nổ',
  more: (count: number) => `… và ${count} cảnh báo khác`,
  choose: 'Xem tất cả, chọn loại cảnh báo, đổi địa chỉ hoặc thôi nhận thư',
  daily: 'Mỗi ngày nhiều nhất một thư, gửi tự động; xin đừng trả lời thư này.',
}

export type MailMessages = typeof mailVi
