/** What are the units called whose codes a site or a village carries? */

/** Columns; a code without a unit stands for itself. */
export function unitNames(alias: 's' | 'v'): string {
  return `
  coalesce(district.name, ${alias}.district_code) as district_name,
  coalesce(commune.name, ${alias}.commune_code) as commune_name,
  coalesce(commune_2025.name, ${alias}.commune_2025_code) as commune_2025_name`
}

export function joinUnitNames(alias: 's' | 'v'): string {
  return `
left join admin_units district
  on district.unit_set = 'district' and district.code = ${alias}.district_code
left join admin_units commune
  on commune.unit_set = 'commune' and commune.code = ${alias}.commune_code
left join admin_units commune_2025
  on commune_2025.unit_set = 'commune-2025' and commune_2025.code = ${alias}.commune_2025_code`
}
