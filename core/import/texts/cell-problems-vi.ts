/** What is wrong with one cell of a file, and what is to be done, in Vietnamese? A code that is not here is told by `other`. */
import type { CellProblemCode } from '../cell-problems.ts'
import type { RecordProblemCode } from '../record-problems.ts'
import type { ConflictCode } from '../states.ts'

/** Of cells, of rows, of conflicts; `question_open` stands for a name that waits for an answer. */
export type ProblemTextCode = CellProblemCode | RecordProblemCode | ConflictCode | 'question_open' | 'other'

export interface ProblemText {
  readonly text: string
  readonly remedy: string
}

export const cellProblemsVi = {
  other: { text: 'Có vấn đề ({{code}}).', remedy: 'Kiểm tra lại ô này.' },
  value_missing: { text: 'Thiếu giá trị.', remedy: 'Điền vào ô này rồi gửi lại.' },
  formula_error: { text: 'Ô báo lỗi công thức.', remedy: 'Sửa công thức, hoặc gõ thẳng giá trị.' },
  formula_without_value: {
    text: 'Công thức chưa có kết quả trong tệp.',
    remedy: 'Mở bằng Excel, lưu lại; hoặc dán giá trị thay công thức.',
  },
  text_unseen: { text: 'Chữ có ký tự không nhìn thấy được.', remedy: 'Gõ lại ô này.' },
  text_too_long: {
    text: 'Chữ quá dài, nhiều nhất {{most}} ký tự.',
    remedy: 'Rút gọn; phần dài để ở ghi chú.',
  },
  code_invalid: { text: 'Mã có ký tự không dùng được.', remedy: 'Chỉ dùng: {{expected}}.' },
  number_invalid: { text: 'Không phải số.', remedy: 'Chỉ ghi số, không kèm chữ.' },
  number_ambiguous: {
    text: 'Không rõ là {{either}} hay {{or}}.',
    remedy: 'Ghi số không có dấu ngăn hàng nghìn.',
  },
  number_out_of_range: { text: 'Ngoài khoảng {{least}}–{{most}}.', remedy: 'Kiểm tra số và đơn vị.' },
  number_not_whole: { text: 'Phải là số nguyên.', remedy: 'Bỏ phần thập phân.' },
  day_invalid: { text: 'Không phải ngày.', remedy: 'Ghi như {{expected}}.' },
  day_ambiguous: {
    text: 'Không rõ ngày trước hay tháng trước.',
    remedy: 'Ghi rõ theo dd/mm/yyyy, hoặc đặt ô kiểu ngày.',
  },
  day_in_future: { text: 'Ngày ở tương lai (hôm nay là {{today}}).', remedy: 'Sửa lại ngày.' },
  day_from_month: { text: 'Chỉ có tháng, hiểu là {{day}}.', remedy: 'Ghi đủ ngày nếu biết.' },
  day_from_quarter: { text: 'Chỉ có quý, hiểu là {{day}}.', remedy: 'Ghi đủ ngày nếu biết.' },
  day_from_year: { text: 'Chỉ có năm, hiểu là {{day}}.', remedy: 'Ghi đủ ngày nếu biết.' },
  day_short_year: { text: 'Năm ghi hai chữ số, hiểu là {{day}}.', remedy: 'Ghi đủ bốn chữ số của năm.' },
  day_month_first: { text: 'Tháng đứng trước ngày, hiểu là {{day}}.', remedy: 'Ghi ngày trước tháng.' },
  word_unknown: { text: 'Không hiểu từ này.', remedy: 'Dùng một trong: {{expected}}.' },
  words_several: { text: 'Ghi nhiều giá trị, chỉ giữ “{{taken}}”.', remedy: 'Ghi một giá trị trong ô.' },
  commune_unknown: {
    text: 'Không có xã, phường này, cả trước và sau 7/2025.',
    remedy: 'Kiểm tra tên xã và huyện; hoặc ghi mã xã.',
  },
  district_unknown: { text: 'Không có huyện này.', remedy: 'Kiểm tra tên huyện.' },
  village_unknown: {
    text: 'Xã này không có thôn, bản như vậy.',
    remedy: 'Kiểm tra tên và xã; nếu là bản mới thì thêm vào danh sách thôn, bản trước.',
  },
  carrier_unknown: {
    text: 'Không có nhà mạng này.',
    remedy: 'Ghi đúng tên, hoặc chọn nhà mạng chung ở mục Cột.',
  },
  mast_kind_unknown: { text: 'Không có loại cột này.', remedy: 'Dùng một trong: {{expected}}.' },
  source_unknown: { text: 'Không có nguồn mang mã này.', remedy: 'Dùng một trong: {{expected}}.' },
  act_unknown: {
    text: 'Không có văn bản này.',
    remedy: 'Nhập văn bản trước, hoặc dùng một trong: {{expected}}.',
  },
  indicator_unknown: { text: 'Không có chỉ tiêu này.', remedy: 'Dùng một trong: {{expected}}.' },
  position_unreadable: {
    text: 'Không đọc được tọa độ.',
    remedy: 'Ghi độ thập phân (21,3861; 103,0163), độ phút giây, hoặc X, Y VN-2000.',
  },
  position_half: { text: 'Chỉ có một trong hai tọa độ.', remedy: 'Điền cả hai, hoặc để trống cả hai.' },
  position_far: { text: 'Tọa độ ở rất xa tỉnh.', remedy: 'Kiểm tra số, thứ tự X, Y và kinh tuyến trục.' },
  position_ambiguous: {
    text: 'Tọa độ có thể là hai chỗ khác nhau ({{meridians}}).',
    remedy: 'Chọn kinh tuyến trục ở mục Cột, hoặc ghi thêm xã.',
  },
  axes_swapped: { text: 'Kinh độ và vĩ độ bị đổi chỗ, đã đổi lại.', remedy: 'Lần sau ghi đúng thứ tự cột.' },
  other_zone: {
    text: 'Tọa độ VN-2000 múi khác (kinh tuyến trục {{meridian}}), đã chuyển.',
    remedy: 'Kiểm tra lại trên bản đồ.',
  },
  geometry_type: {
    text: 'Hình thuộc loại {{found}}, cần {{expected}}.',
    remedy: 'Chọn đúng lớp, hoặc xuất lại đúng loại hình.',
  },
  route_straight: {
    text: 'Chỉ có điểm đầu và cuối, vẽ thành đường thẳng.',
    remedy: 'Gửi tuyến dạng KML, Shapefile nếu có.',
  },
  technology_missing: {
    text: 'Có nhà mạng nhưng không ghi công nghệ; không tạo được trạm.',
    remedy: 'Ghi 2G, 3G, 4G hoặc 5G.',
  },
  bands_unassigned: {
    text: 'Không rõ băng tần nào của công nghệ nào; băng tần được bỏ qua.',
    remedy: 'Ghi “2G: 900; 4G: 1800”, hoặc mỗi công nghệ một cột băng tần.',
  },
  share_without_partial: {
    text: 'Có tỷ lệ hộ nhưng tình trạng không phải “có một phần”.',
    remedy: 'Sửa tình trạng, hoặc bỏ tỷ lệ.',
  },
  samples_too_few: { text: 'Dưới {{least}} mẫu: chưa đủ để kết luận.', remedy: 'Chỉ dùng để tham khảo.' },
  twice_in_file: {
    text: 'Dòng {{first_row}} ghi khác về cùng bản ghi: {{before}}, ở đây {{after}}.',
    remedy: 'Giữ một dòng, bỏ dòng kia.',
  },
  filled_from_above: {
    text: 'Ô trống, lấy theo dòng {{row}} (ô gộp).',
    remedy: 'Điền đủ nếu không phải vậy.',
  },
  rows_joined: { text: 'Dòng bị ngắt đôi, đã ghép với dòng {{row}}.', remedy: 'Kiểm tra lại tên.' },
  value_unfit: { text: 'Giá trị không hợp lệ ({{expected}}).', remedy: 'Sửa lại ô này.' },
  position_outside: {
    text: 'Vị trí nằm ngoài tỉnh.',
    remedy: 'Kiểm tra tọa độ, thứ tự X, Y và kinh tuyến trục.',
  },
  unit_not_found: { text: 'Không có xã mang mã này.', remedy: 'Kiểm tra mã hoặc tên xã.' },
  village_not_found: { text: 'Không có thôn, bản này.', remedy: 'Thêm thôn, bản trước, rồi nhập lại.' },
  village_ended: {
    text: 'Thôn, bản đã kết thúc trước ngày này.',
    remedy: 'Dùng thôn, bản kế tiếp, hoặc sửa ngày.',
  },
  source_not_found: { text: 'Không có nguồn mang mã này.', remedy: 'Bỏ trống, hoặc dùng mã nguồn đã có.' },
  carrier_not_own: { text: 'Dòng nói về nhà mạng khác.', remedy: 'Chỉ gửi bản ghi của chính doanh nghiệp.' },
  basis_not_allowed: {
    text: 'Doanh nghiệp chỉ khai báo hoặc dự báo; đo kiểm và xác nhận do Sở ghi.',
    remedy: 'Để nguồn tin là doanh nghiệp báo cáo hoặc dự báo.',
  },
  row_repeated: { text: 'Dòng {{row}} đã nói về bản ghi này.', remedy: 'Giữ một dòng, bỏ dòng kia.' },
  geometry_unfit: {
    text: 'Hình không dùng được, cần {{expected}}.',
    remedy: 'Vẽ lại hoặc xuất lại đúng loại hình.',
  },
  length_differs: {
    text: 'Chiều dài ghi lệch hơn một phần năm so với đường vẽ ({{expected}} m).',
    remedy: 'Kiểm tra đơn vị (m hay km) và đường vẽ.',
  },
  row_fixed: {
    text: 'Dòng này của văn bản đã có và khác với tệp.',
    remedy: 'Dòng đã in không sửa bằng nhập tệp; dùng văn bản sau để thay thế.',
  },
  answered_none: {
    text: 'Tên ở dòng này không có trong danh sách, theo câu trả lời.',
    remedy: 'Thêm bản ghi đó trước, hoặc sửa tên trong tệp.',
  },
  question_open: {
    text: 'Còn câu hỏi chưa trả lời về tên ở dòng này.',
    remedy: 'Ghi rõ tên, xã, huyện; hoặc ghi mã.',
  },
  corrected_since: {
    text: 'Sở đã sửa giá trị này sau danh sách trước.',
    remedy: 'Cập nhật danh sách theo bản Sở đã sửa, hoặc trao đổi lại.',
  },
  outside_commune: { text: 'Tọa độ nằm ngoài xã đã khai.', remedy: 'Kiểm tra tọa độ hoặc tên xã.' },
  near_site: {
    text: 'Có vị trí khác trong vòng 20 m.',
    remedy: 'Nếu là cùng một cột, dùng mã của vị trí đó.',
  },
  moved_far: { text: 'Chuyển hơn 1 km so với vị trí đang có.', remedy: 'Kiểm tra lại tọa độ.' },
  other_carrier: { text: 'Bản ghi đang thuộc nhà mạng khác.', remedy: 'Kiểm tra lại mã.' },
} as const satisfies Readonly<Record<ProblemTextCode, ProblemText>>
