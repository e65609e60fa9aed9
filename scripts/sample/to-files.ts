/** Which bytes belong into data/sample? Columns are spelled as in the database. */
import type { CableRoute } from './cable-routes.ts'
import { carriers } from './choose-carriers.ts'
import type { Site } from './furnish-sites.ts'
import type { Province } from './province.ts'
import { isReportedByLocal, toSourceCode, type SampleStatement } from './statement.ts'
import { toCsv } from './table.ts'
import type { Village } from './village.ts'

export interface Sample {
  readonly seed: number
  readonly villages: readonly Village[]
  readonly sites: readonly Site[]
  readonly routes: readonly CableRoute[]
  readonly statements: readonly SampleStatement[]
}

const note =
  'Dữ liệu mẫu, không phải số liệu thật: vị trí trạm, tuyến cáp, thôn bản không có tên thật và mọi thông tin về phủ sóng đều do máy sinh ra, ' +
  'sao cho cộng lại đúng các con số đã công bố cuối năm 2020 (Kế hoạch 4638) và giữa năm 2021 (Sở Thông tin và Truyền thông). ' +
  'Hai nguồn định nghĩa "được phủ sóng" khác nhau: cuối năm 2020 tính khu vực dân cư có 3G, 4G hoặc 5G, sáu tháng sau tính 4G; ' +
  'hai mốc không so trực tiếp được. Tổng số 1.445 thôn, bản, và từ đó 1.276 có cáp quang, 1.364 có sóng 4G, là số suy ra từ các tỷ lệ đã công bố.'

/** File name → text. */
export function toFiles(sample: Sample, province: Province): Record<string, string> {
  const sites = [...sample.sites].sort((a, b) => (a.code < b.code ? -1 : 1))
  return {
    'dataset.json': `${JSON.stringify(
      {
        id: 'dien-bien-mau-2021',
        title: 'Dữ liệu mẫu Điện Biên, giữa năm 2021',
        is_sample: true,
        note,
        vn2000_central_meridian: 103,
        seed: sample.seed,
      },
      null,
      2,
    )}\n`,
    'carriers.csv': toCsv(carriers.map((carrier) => ({ ...carrier }))),
    'sites.csv': toCsv(sites.map(toSiteRow)),
    'stations.csv': toCsv(sites.flatMap(toStationRows)),
    'villages.csv': toCsv(sample.villages.map(toVillageRow)),
    'village-services.csv': toCsv(sample.statements.map(toStatementRow)),
    'cable-routes.geojson': toRouteCollection(sample.routes),
    'assignments.csv': toCsv(toAssignmentRows(sample.villages, province)),
  }
}

function toSiteRow(site: Site) {
  return {
    code: site.code,
    name: site.name,
    lng: site.position[0],
    lat: site.position[1],
    address: site.address,
    owner_code: site.owner_code,
    mast_kind: site.mast_kind,
    mast_height_m: site.mast_height_m,
    power_source: site.power_source,
    has_backup_generator: site.has_backup_generator,
    backhaul: site.backhaul,
    shareable: site.shareable,
    status: 'live',
    visibility: 'public',
    is_sample: true,
  }
}

function toStationRows(site: Site) {
  return site.stations.map((station) => ({
    site_code: site.code,
    carrier_code: station.carrier_code,
    technology: station.technology,
    bands_mhz: station.bands_mhz,
    on_air_on: station.on_air_on,
    off_air_on: null,
    is_sample: true,
  }))
}

function toVillageRow(village: Village) {
  const [lng, lat] = village.unplaced ? [null, null] : village.position
  return {
    code: village.code,
    name: village.name,
    kind: village.kind,
    alt_names: village.alt_names,
    lng,
    lat,
    commune_pin: null,
    commune_code: village.commune.code,
    households: village.households,
    population: village.population,
    grid_power: village.grid_power,
    grid_power_since: village.grid_power_since,
    road_access: village.road_access,
    especially_difficult: village.especially_difficult,
    border: village.commune.border,
    valid_from: null,
    valid_to: null,
    is_sample: true,
    position_is_sample: village.origin === 'generated' || village.origin === 'annex-generated',
  }
}

function toStatementRow(statement: SampleStatement) {
  return {
    village_code: statement.village.code,
    service: statement.service,
    carrier_code: statement.carrier_code,
    basis: statement.basis,
    state: statement.state,
    households_share: statement.households_share,
    source_code: toSourceCode(statement),
    observed_on: statement.observed_on,
    reported_by_local: isReportedByLocal(statement),
    is_sample: true,
  }
}

/** The assignment itself is real; only the village it is tied to may be generated. */
function toAssignmentRows(villages: readonly Village[], province: Province) {
  const codes = new Map(villages.map((village) => [village.assignment?.row_no, village.code]))
  return province.annex.map((row) => ({
    act_code: province.actCode,
    row_no: Number(row.row_no),
    village_printed: row.village_printed,
    commune_printed: row.commune_printed,
    district_printed: row.district_printed,
    carrier_code: row.carrier_code,
    service: row.service,
    due_on: null,
    village_code: codes.get(row.row_no) ?? null,
    is_sample: false,
  }))
}

function toRouteCollection(routes: readonly CableRoute[]): string {
  const features = routes.map(({ line, ...properties }) =>
    JSON.stringify({
      type: 'Feature',
      properties: { ...properties, is_sample: true },
      geometry: { type: 'LineString', coordinates: line },
    }),
  )
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`.normalize('NFC')
}
