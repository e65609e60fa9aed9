/** What does `npm run import` say in Vietnamese? The source of the keys. */
import type { ErrorParams } from '../core/errors.ts'
import { findField } from '../core/import/fields/import-fields.ts'
import type { ImportNoun } from '../core/import/nouns.ts'
import type { CellProblem } from '../core/import/problems.ts'
import type { MappedColumn } from '../core/import/read-record.ts'
import { toFaultText, toProblemText } from '../core/import/texts/to-problem-text.ts'

const numbers = new Intl.NumberFormat('vi-VN')

type Counts = Readonly<
  Record<'new' | 'changed' | 'unchanged' | 'conflicting' | 'asking' | 'refused' | 'missing', number>
>

export const importVi = {
  usage: `Cách dùng: npm run import -- TỆP [lựa chọn]
  Không có --apply thì chỉ xem trước, không ghi gì.
  --noun NOUN        sites, villages, village_services, cable_routes, facilities, admin_units, assignments,
                     indicator_values, speed_results (mặc định: sites)
  --sender AI        mã nhà mạng hoặc tên bên gửi
  --table TÊN        trang tính hoặc lớp
  --set CỘT=GIÁ_TRỊ  giá trị cho điều không cột nào ghi, ví dụ power_source=grid
  --accept XUNG_ĐỘT  corrected_since, twice_in_file, outside_commune, near_site, moved_far, other_carrier
  --retire-missing   ghi ngừng những bản ghi không có trong tệp
  --problems TỆP     ghi các dòng cần sửa ra tệp xlsx
  --apply            ghi vào cơ sở dữ liệu
       npm run import -- --undo SỐ   hoàn lại cả lần nhập`,
  noFile: (file: string) => `Không mở được tệp ${file}. Kiểm tra tên và đường dẫn.`,
  refused: (code: string, params: ErrorParams) => `Không làm được: ${code} ${JSON.stringify(params)}`,
  unfit: (code: string, params: ErrorParams) => toFaultText({ code, params }, 'vi'),
  counts: (counts: Counts) =>
    [
      `${numbers.format(counts.new)} mới`,
      `${numbers.format(counts.changed)} thay đổi`,
      `${numbers.format(counts.unchanged)} không đổi`,
      `${numbers.format(counts.conflicting)} xung đột`,
      `${numbers.format(counts.asking)} cần trả lời`,
      `${numbers.format(counts.refused)} không nhận được`,
      `${numbers.format(counts.missing)} không có trong tệp`,
    ].join(' · '),
  column: ({ column, title, field }: Pick<MappedColumn, 'column' | 'title' | 'field'>, noun: ImportNoun) =>
    `  cột ${column + 1} “${title}”: ${field === null ? 'bỏ qua' : (findField(noun, field)?.title.vi ?? field)}`,
  question: (text: string, context: string | null, rows: number) =>
    `  ? “${text}”${context === null ? '' : ` (${context})`}: ${numbers.format(rows)} dòng, trả lời trên trang nhập dữ liệu`,
  problem: (at: number, problem: CellProblem, noun: ImportNoun) =>
    `  dòng ${at}${problem.value === null ? '' : ` “${problem.value}”`}: ${toProblemText(problem, { noun, language: 'vi' })}`,
  problemsWritten: (file: string, rows: number) => `Đã ghi ${numbers.format(rows)} dòng cần sửa vào ${file}.`,
  nothingWritten: 'Xem trước: chưa ghi gì. Thêm --apply để ghi.',
  applied: (id: number) => `Đã ghi. Hoàn lại: npm run import -- --undo ${id}`,
  undone: (id: number) => `Đã hoàn lại lần nhập ${id}.`,
}

export type ImportMessages = typeof importVi
