/** Which fields can a column hold, and what are they called? Of each noun: name, titles, whether it is needed, and how its value is chosen. */
import type { ImportNoun } from '../../../core/import/nouns.ts'
import type { Language } from '../../i18n/i18n.ts'

/** Words to choose from, or what kind of value it is. */
type Kind = readonly string[] | 'carrier' | 'day' | 'yes_no' | 'text'
type Row = readonly [name: string, vi: string, en: string, required: 'always' | 'new' | 'no', kind: Kind]

export interface ListedField {
  readonly name: string
  readonly title: string
  readonly required: Row[3]
  readonly kind: Kind
}

export function listFields(noun: ImportNoun, language: Language): readonly ListedField[] {
  return table[noun].map(([name, vi, en, required, kind]) => ({
    name,
    title: language === 'vi' ? vi : en,
    required,
    kind,
  }))
}

/** The titles of core/import/fields. */
const table: Readonly<Record<ImportNoun, readonly Row[]>> = {
  admin_units: [
    ['unit_set', 'Cấp đơn vị', 'Unit set', 'no', ['commune-2025', 'district', 'province', 'commune']],
    ['code', 'Mã đơn vị', 'Unit code', 'always', 'text'],
    ['name', 'Tên', 'Name', 'new', 'text'],
    [
      'kind',
      'Loại đơn vị',
      'Kind',
      'no',
      ['thanh_pho', 'thi_xa', 'thi_tran', 'phuong', 'huyen', 'tinh', 'xa'],
    ],
    ['parent_code', 'Mã đơn vị cấp trên', 'Parent code', 'no', 'text'],
    ['successor_code', 'Mã xã mới (từ 7/2025)', 'Successor code', 'no', 'text'],
    ['alt_names', 'Cách viết khác', 'Other spellings', 'no', 'text'],
    ['valid_from', 'Có hiệu lực từ', 'Valid from', 'no', 'day'],
    ['valid_to', 'Hết hiệu lực', 'Valid to', 'no', 'day'],
    ['population', 'Dân số', 'Population', 'no', 'text'],
    ['households', 'Số hộ', 'Households', 'no', 'text'],
    ['area_km2', 'Diện tích', 'Area', 'no', 'text'],
  ],
  villages: [
    ['code', 'Mã thôn, bản', 'Village code', 'no', 'text'],
    ['name', 'Tên thôn, bản', 'Village name', 'no', 'text'],
    ['kind', 'Loại', 'Kind', 'no', ['to_dan_pho', 'thon', 'ban']],
    ['alt_names', 'Tên khác', 'Other names', 'no', 'text'],
    ['commune', 'Xã, phường', 'Commune', 'no', 'text'],
    ['district', 'Huyện', 'District', 'no', 'text'],
    ['position', 'Tọa độ', 'Position', 'no', 'text'],
    ['meridian', 'Kinh tuyến trục (VN-2000)', 'Central meridian (VN-2000)', 'no', 'text'],
    ['households', 'Số hộ', 'Households', 'no', 'text'],
    ['population', 'Số dân', 'Population', 'no', 'text'],
    ['grid_power', 'Điện lưới', 'Grid power', 'no', 'yes_no'],
    ['grid_power_since', 'Có điện lưới từ', 'Grid power since', 'no', 'day'],
    ['road_access', 'Đường vào', 'Road access', 'no', ['motorbike', 'foot', 'car']],
    ['especially_difficult', 'Đặc biệt khó khăn', 'Especially difficult', 'no', 'yes_no'],
    ['border', 'Biên giới', 'Border', 'no', 'yes_no'],
  ],
  sites: [
    ['code', 'Mã trạm', 'Site code', 'always', 'text'],
    ['name', 'Tên trạm', 'Site name', 'new', 'text'],
    ['position', 'Tọa độ', 'Position', 'new', 'text'],
    ['meridian', 'Kinh tuyến trục (VN-2000)', 'Central meridian (VN-2000)', 'no', 'text'],
    ['commune', 'Xã, phường', 'Commune', 'no', 'text'],
    ['district', 'Huyện', 'District', 'no', 'text'],
    ['address', 'Địa chỉ', 'Address', 'no', 'text'],
    ['owner_code', 'Chủ sở hữu cột', 'Mast owner', 'no', 'carrier'],
    ['carrier_code', 'Nhà mạng', 'Carrier', 'no', 'carrier'],
    ['technologies', 'Công nghệ', 'Technologies', 'no', 'text'],
    ['on_air_on', 'Thời gian phát sóng', 'On air on', 'no', 'day'],
    ['off_air_on', 'Ngày ngừng hoạt động', 'Off air on', 'no', 'text'],
    ['status', 'Tình trạng', 'Status', 'no', ['retired', 'planned', 'live']],
    ['power_source', 'Nguồn điện', 'Power source', 'new', 'text'],
    ['has_backup_generator', 'Máy nổ dự phòng', 'Standby generator', 'no', 'yes_no'],
    ['backhaul', 'Truyền dẫn', 'Backhaul', 'no', ['fibre', 'microwave', 'satellite']],
    ['shareable', 'Khả năng dùng chung', 'Offered for sharing', 'no', 'yes_no'],
    ['mast_kind', 'Loại cột', 'Mast kind', 'no', 'text'],
    ['mast_height_m', 'Chiều cao cột', 'Mast height', 'no', 'text'],
    ['power_w', 'Công suất', 'Power', 'no', 'text'],
    ['coverage_radius_m', 'Vùng phủ', 'Coverage radius', 'no', 'text'],
    ['built_on', 'Thời gian xây dựng', 'Built on', 'no', 'day'],
    ['building_permit', 'Giấy phép xây dựng', 'Building permit', 'no', 'text'],
    ['approval', 'Chấp thuận của Sở', 'Approval', 'no', 'text'],
    ['certificate_no', 'Giấy kiểm định', 'Certificate', 'no', 'text'],
    ['certificate_issued_on', 'Ngày cấp', 'Issued on', 'no', 'day'],
    ['certificate_expires_on', 'Ngày hết hạn', 'Expires on', 'no', 'day'],
    ['land_owner', 'Chủ sở hữu đất, nhà', 'Land owner', 'no', 'text'],
    ['note', 'Ghi chú', 'Note', 'no', 'text'],
  ],
  village_services: [
    ['village_code', 'Mã thôn, bản', 'Village code', 'no', 'text'],
    ['village', 'Thôn, bản', 'Village', 'no', 'text'],
    ['commune', 'Xã, phường', 'Commune', 'no', 'text'],
    ['district', 'Huyện', 'District', 'no', 'text'],
    ['carrier_code', 'Nhà mạng', 'Carrier', 'always', 'carrier'],
    ['service', 'Dịch vụ', 'Service', 'no', 'text'],
    ['services', 'Cột của từng dịch vụ', 'A column per service', 'no', 'text'],
    ['basis', 'Nguồn tin', 'Basis', 'always', ['verified', 'measured', 'predicted', 'declared']],
    ['state', 'Tình trạng', 'State', 'no', 'text'],
    ['households_share', 'Tỷ lệ hộ', 'Share of households', 'no', 'text'],
    ['observed_on', 'Ngày', 'Observed on', 'always', 'day'],
    ['source_code', 'Mã nguồn', 'Source', 'no', 'text'],
    ['note', 'Ghi chú', 'Note', 'no', 'text'],
  ],
  cable_routes: [
    ['code', 'Mã tuyến', 'Route code', 'always', 'text'],
    ['name', 'Tên tuyến', 'Name', 'new', 'text'],
    ['kind', 'Ngầm hay treo', 'Kind', 'new', ['duct', 'underground', 'aerial']],
    ['owner_code', 'Chủ sở hữu', 'Owner', 'no', 'carrier'],
    ['tenant_codes', 'Doanh nghiệp dùng chung', 'Tenants', 'no', 'text'],
    ['length_m', 'Chiều dài', 'Length', 'no', 'text'],
    ['built_on', 'Thời gian xây dựng', 'Built on', 'no', 'day'],
    ['cable_type', 'Loại cáp', 'Cable type', 'no', ['fibre', 'copper']],
    ['capacity_text', 'Dung lượng', 'Capacity', 'no', 'text'],
    ['poles', 'Số cột', 'Poles', 'no', 'text'],
    ['ducts', 'Số ống', 'Ducts', 'no', 'text'],
    ['ducts_used', 'Số ống đang dùng', 'Ducts in use', 'no', 'text'],
    ['start', 'Điểm đầu', 'Start', 'no', 'text'],
    ['end', 'Điểm cuối', 'End', 'no', 'text'],
    ['meridian', 'Kinh tuyến trục (VN-2000)', 'Central meridian (VN-2000)', 'no', 'text'],
    ['note', 'Ghi chú', 'Note', 'no', 'text'],
  ],
  facilities: [
    ['code', 'Mã', 'Code', 'no', 'text'],
    ['name', 'Tên', 'Name', 'always', 'text'],
    ['kind', 'Loại', 'Kind', 'no', ['public_wifi', 'post_office', 'clinic', 'school', 'office']],
    ['position', 'Tọa độ', 'Position', 'no', 'text'],
    ['meridian', 'Kinh tuyến trục (VN-2000)', 'Central meridian (VN-2000)', 'no', 'text'],
    ['commune', 'Xã, phường', 'Commune', 'no', 'text'],
    ['district', 'Huyện', 'District', 'no', 'text'],
    ['address', 'Địa chỉ', 'Address', 'no', 'text'],
    ['has_fibre', 'Có cáp quang', 'Has fibre', 'no', 'yes_no'],
    ['note', 'Ghi chú', 'Note', 'no', 'text'],
  ],
  assignments: [
    ['act_code', 'Văn bản', 'Act', 'always', 'text'],
    ['row_no', 'Số thứ tự', 'Row', 'always', 'text'],
    ['village_code', 'Mã thôn, bản', 'Village code', 'no', 'text'],
    ['village', 'Thôn, bản', 'Village', 'always', 'text'],
    ['commune', 'Xã, phường', 'Commune', 'no', 'text'],
    ['district', 'Huyện', 'District', 'no', 'text'],
    ['carrier_code', 'Doanh nghiệp', 'Carrier', 'always', 'carrier'],
    ['service', 'Dịch vụ', 'Service', 'always', ['mobile', 'fibre', '5g', '4g', '3g', '2g']],
    ['due_on', 'Thời hạn', 'Due on', 'no', 'day'],
  ],
  indicator_values: [
    ['indicator_code', 'Chỉ tiêu', 'Indicator', 'always', 'text'],
    ['year', 'Năm', 'Year', 'no', 'text'],
    ['kind', 'Loại số', 'Kind', 'no', ['target', 'actual']],
    ['value', 'Giá trị', 'Value', 'no', 'text'],
  ],
  speed_results: [
    ['commune', 'Xã, phường', 'Commune', 'no', 'text'],
    ['district', 'Huyện', 'District', 'no', 'text'],
    ['unit_code', 'Mã xã', 'Unit code', 'no', 'text'],
    ['period', 'Kỳ', 'Period', 'no', 'text'],
    ['network', 'Mạng', 'Network', 'no', ['mobile', 'fixed']],
    ['samples', 'Số mẫu', 'Samples', 'no', 'text'],
    ['download_mbps', 'Tốc độ tải xuống', 'Download', 'no', 'text'],
    ['upload_mbps', 'Tốc độ tải lên', 'Upload', 'no', 'text'],
    ['latency_ms', 'Độ trễ', 'Latency', 'no', 'text'],
  ],
}
