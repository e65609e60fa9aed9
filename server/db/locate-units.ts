/** In which commune does a position lie? The one rule for what is loaded and what is edited. */

/**
 * SQL for a lateral join: code, district and successor of the commune (to 6/2025), no row outside the province. A point on a
 * border lies in the commune of the least district and code, as core/coverage/locate.ts has it.
 */
export function selectCommuneOf(geom: string): string {
  return `
    select unit.code, unit.parent_code, unit.successor_code
    from admin_units unit
    where unit.unit_set = 'commune'
      and st_covers(unit.geom, ${geom})
    order by unit.parent_code collate "C", unit.code collate "C"
    limit 1`
}
