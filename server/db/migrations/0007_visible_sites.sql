-- What each audience reads of sites, stations and their history. A policy hides rows, not columns: these views hide both. They run with the
-- owner's rights, ask who asks, and are all that the layers, lists and searches read; the tables stay behind their policies.

-- The centre of a 1 km cell: rows of latitude, in each of them columns as wide as its centre is. To 6 decimals like every position.
create function to_cell_centre(exact geometry) returns geometry
  language plpgsql immutable strict parallel safe set search_path = public, pg_temp as $$
declare
  row_height double precision := 1000 / 111320.0;
  lat double precision := (floor(st_y(exact) / row_height) + 0.5) * row_height;
  -- Towards a pole a column would be wider than the earth.
  column_width double precision := row_height / greatest(cos(radians(lat)), 0.01);
  lng double precision := (floor(st_x(exact) / column_width) + 0.5) * column_width;
begin
  return st_setsrid(st_makepoint(round(lng::numeric, 6)::double precision, round(lat::numeric, 6)::double precision), 4326);
end $$;

alter table sites add column public_geom geometry(Point, 4326);
update sites set public_geom = to_cell_centre(geom);
alter table sites alter column public_geom set not null;
create index sites_public_geom on sites using gist (public_geom);

create function note_public_geom() returns trigger language plpgsql as $$
begin
  new.public_geom := to_cell_centre(new.geom);
  return new;
end $$;
create trigger sites_public_geom before insert or update on sites for each row execute function note_public_geom();

-- A view that guards its rows lets no condition in that could tell what it saw, and PostGIS does not say of its own that they
-- tell nothing: without this a box would be looked for in every row. Only a superuser may say so; without it lists stay right.
do $$ begin
  alter function geometry_overlaps(geometry, geometry) leakproof;
  alter function st_intersects(geometry, geometry) leakproof;
exception
  when insufficient_privilege then null;
end $$;

-- Who asks, read once for a statement: a row of its own, which the views join.
create view asker as
select app_role() as role, app_carrier() as carrier, app_public_sites() as public_sites, app_today() as today
offset 0;

-- Staff and planner: whole rows.
create view sites_in_full with (security_barrier) as
select
  s.id, s.code, s.name, s.geom, s.district_code, s.commune_code, s.commune_2025_code, s.address, s.owner_code, s.mast_kind,
  s.mast_height_m, s.power_source, s.has_backup_generator, s.backhaul, s.shareable, s.status, s.visibility, s.version, s.is_sample,
  s.search_names, s.land_owner, s.building_permit, s.approval, s.built_on,
  'full'::text as access
from asker me
cross join sites s
where me.role in ('viewer', 'staff', 'admin')
  and (s.visibility = 'public' or me.role <> 'viewer');

-- What everybody sees where that includes the place.
create view sites_in_place with (security_barrier) as
select
  s.id, s.code, s.name, s.geom, s.district_code, s.commune_code, s.commune_2025_code,
  null::text as address, null::text as owner_code, null::text as mast_kind, null::double precision as mast_height_m,
  s.power_source,
  null::boolean as has_backup_generator, null::text as backhaul, null::boolean as shareable,
  s.status,
  null::text as visibility, null::integer as version,
  s.is_sample,
  s.search_names,
  null::text as land_owner, null::text as building_permit, null::text as approval, null::date as built_on,
  'public'::text as access
from asker me
cross join sites s
where me.role in ('anonymous', 'local')
  and me.public_sites = 'full'
  and s.visibility = 'public';

-- What a carrier sees in its place: all of its own sites, the mast of those that it stands at or is offered, and of the others
-- what everybody sees.
create view sites_of_carrier with (security_barrier) as
select
  s.id, s.code, s.name, s.geom, s.district_code, s.commune_code, s.commune_2025_code,
  case when a.access = 'full' then s.address end as address,
  case when a.access = 'full' then s.owner_code end as owner_code,
  case when a.access <> 'public' then s.mast_kind end as mast_kind,
  case when a.access <> 'public' then s.mast_height_m end as mast_height_m,
  s.power_source,
  case when a.access = 'full' then s.has_backup_generator end as has_backup_generator,
  case when a.access = 'full' then s.backhaul end as backhaul,
  case when a.access <> 'public' then s.shareable end as shareable,
  s.status,
  case when a.access = 'full' then s.visibility end as visibility,
  case when a.access = 'full' then s.version end as version,
  s.is_sample,
  s.search_names,
  case when a.access = 'full' then s.land_owner end as land_owner,
  case when a.access = 'full' then s.building_permit end as building_permit,
  case when a.access = 'full' then s.approval end as approval,
  case when a.access = 'full' then s.built_on end as built_on,
  a.access
from asker me
cross join sites s
cross join lateral (
  select case
    when coalesce(s.owner_code = me.carrier, me.carrier = any (s.station_carriers)) then 'full'
    when s.shareable or me.carrier = any (s.station_carriers) then 'mast'
    else 'public'
  end as access
) a
where me.role = 'carrier'
  and s.visibility = 'public'
  and (me.public_sites = 'full' or a.access <> 'public');

-- What everybody sees where the place is only roughly told.
create view sites_in_cells with (security_barrier) as
select
  s.id, s.code, s.name, s.public_geom as geom, s.district_code, s.commune_code, s.commune_2025_code,
  null::text as address, null::text as owner_code, null::text as mast_kind, null::double precision as mast_height_m,
  s.power_source,
  null::boolean as has_backup_generator, null::text as backhaul, null::boolean as shareable,
  s.status,
  null::text as visibility, null::integer as version,
  s.is_sample,
  s.search_names,
  null::text as land_owner, null::text as building_permit, null::text as approval, null::date as built_on,
  'generalised'::text as access
from asker me
cross join sites s
where me.role in ('anonymous', 'local', 'carrier')
  and me.public_sites = 'generalised'
  and s.visibility = 'public'
  and (
    me.role <> 'carrier'
    or not (
      s.shareable
      or coalesce(s.owner_code = me.carrier, false)
      or me.carrier = any (s.station_carriers)
    )
  );

-- Each part is a barrier of its own: of a union the planner takes the conditions apart.
create view visible_sites with (security_barrier) as
table sites_in_full
union all
table sites_in_place
union all
table sites_of_carrier
union all
table sites_in_cells;

create view stations_in_full with (security_barrier) as
select
  t.id, t.site_id, t.carrier_code, t.technology, t.bands_mhz, t.on_air_on, t.off_air_on, t.power_w, t.coverage_radius_m, t.is_sample,
  s.status as site_status,
  'full'::text as access
from asker me
cross join stations t
join sites s on s.id = t.site_id
where me.role in ('viewer', 'staff', 'admin')
  and (s.visibility = 'public' or me.role <> 'viewer');

-- Of others' stations: who runs what, as long as it is on air today. Without a date, so that no day can be asked about.
create view stations_on_air_today with (security_barrier) as
select
  null::integer as id, t.site_id, t.carrier_code, t.technology, null::integer[] as bands_mhz, null::date as on_air_on,
  null::date as off_air_on, null::double precision as power_w, null::double precision as coverage_radius_m, t.is_sample,
  s.status as site_status,
  'public'::text as access
from asker me
cross join stations t
join sites s on s.id = t.site_id
where me.role in ('anonymous', 'local')
  and me.public_sites <> 'count'
  and s.visibility = 'public'
  and coalesce(t.on_air_on <= me.today, s.status = 'live')
  and coalesce(t.off_air_on > me.today, s.status <> 'retired');

-- A carrier's own stations whole; of others' at the sites that it sees what everybody sees.
create view stations_of_carrier with (security_barrier) as
select
  case when t.carrier_code = me.carrier then t.id end as id,
  t.site_id,
  t.carrier_code,
  t.technology,
  case when t.carrier_code = me.carrier then t.bands_mhz end as bands_mhz,
  case when t.carrier_code = me.carrier then t.on_air_on end as on_air_on,
  case when t.carrier_code = me.carrier then t.off_air_on end as off_air_on,
  case when t.carrier_code = me.carrier then t.power_w end as power_w,
  case when t.carrier_code = me.carrier then t.coverage_radius_m end as coverage_radius_m,
  t.is_sample,
  s.status as site_status,
  case when t.carrier_code = me.carrier then 'full' else 'public' end as access
from asker me
cross join stations t
join sites s on s.id = t.site_id
where me.role = 'carrier'
  and s.visibility = 'public'
  and (
    t.carrier_code = me.carrier
    or (
      (
        me.public_sites <> 'count'
        or s.shareable
        or coalesce(s.owner_code = me.carrier, false)
        or me.carrier = any (s.station_carriers)
      )
      and coalesce(t.on_air_on <= me.today, s.status = 'live')
      and coalesce(t.off_air_on > me.today, s.status <> 'retired')
    )
  );

create view visible_stations with (security_barrier) as
table stations_in_full
union all
table stations_on_air_today
union all
table stations_of_carrier;

-- Whoever sees sites in one way only need not have the others planned, which takes longer than reading a small box: in these
-- schemas the same names hold that one part. Each part asks who asks all the same, so a wrong path shows less and never more.
create schema seen_whole;
create view seen_whole.visible_sites as table sites_in_full;
create view seen_whole.visible_stations as table stations_in_full;
create schema seen_in_place;
create view seen_in_place.visible_sites as table sites_in_place;
create view seen_in_place.visible_stations as table stations_on_air_today;
create schema seen_in_cells;
create view seen_in_cells.visible_sites as table sites_in_cells;
create view seen_in_cells.visible_stations as table stations_on_air_today;
create schema seen_by_carrier;
create view seen_by_carrier.visible_sites as table sites_of_carrier;
create view seen_by_carrier.visible_stations as table stations_of_carrier;
create schema seen_by_carrier_in_cells;
create view seen_by_carrier_in_cells.visible_sites as
table sites_of_carrier
union all
table sites_in_cells;
create view seen_by_carrier_in_cells.visible_stations as table stations_of_carrier;
grant usage on schema seen_whole, seen_in_place, seen_in_cells, seen_by_carrier, seen_by_carrier_in_cells to app_user;
grant select on all tables in schema seen_whole, seen_in_place, seen_in_cells, seen_by_carrier, seen_by_carrier_in_cells to app_user;

-- Says for one transaction who asks, and where the names of the views are looked for first. In this language, because it keeps its
-- plans: said in one statement it took longer than many a question.
create function act_as(role text, user_id text, carrier text, units text, public_sites text, today text) returns boolean
  language plpgsql volatile as $$
declare
  mode text := public_sites;
  audience text := '';
  told text;
begin
  told := set_config('role', 'app_user', true);
  told := set_config('app.role', role, true);
  told := set_config('app.user_id', user_id, true);
  told := set_config('app.carrier', carrier, true);
  told := set_config('app.units', units, true);
  told := set_config('app.public_sites', public_sites, true);
  told := set_config('app.today', today, true);
  if role in ('viewer', 'staff', 'admin') then
    audience := 'seen_whole, ';
  elsif role in ('anonymous', 'local', 'carrier') then
    if mode = '' then
      mode := app_public_sites();
    end if;
    audience := case
      when role <> 'carrier' then case mode when 'generalised' then 'seen_in_cells, ' else 'seen_in_place, ' end
      when mode = 'generalised' then 'seen_by_carrier_in_cells, '
      else 'seen_by_carrier, '
    end;
  end if;
  told := set_config('search_path', audience || current_setting('search_path'), true);
  return true;
end $$;

-- How many live sites stand in each unit: for everybody, whatever they see of the places.
create view site_counts with (security_barrier) as
select
  unit.unit_set,
  unit.code,
  count(*) as live,
  count(*) filter (where s.power_source = 'generator') as generator
from asker me
cross join sites s
cross join lateral (
  values ('district', s.district_code), ('commune', s.commune_code), ('commune-2025', s.commune_2025_code)
) as unit (unit_set, code)
where s.status = 'live'
  and me.role <> 'nobody'
  and (s.visibility = 'public' or me.role in ('staff', 'admin'))
group by unit.unit_set, unit.code;

-- The record of a site, of its stations only those of one carrier.
create function keep_stations_of(carrier text, record jsonb) returns jsonb
  language sql immutable strict
  return case jsonb_typeof(record -> 'stations')
    when 'array' then jsonb_set(
      record,
      '{stations}',
      coalesce(
        (
          select jsonb_agg(station.value order by station.position)
          from jsonb_array_elements(record -> 'stations') with ordinality as station (value, position)
          where station.value ->> 'carrier_code' = carrier
        ),
        '[]'
      )
    )
    else record
  end;

-- Who changed what.
create view audit_entries_in_full with (security_barrier) as
select
  a.id, a.at, a.actor, a.actor_id, a.action, a.noun, a.noun_id, a.before, a.after, a.reason, a.request_id, a.reverts_id, a.batch_id,
  a.carrier_code, a.restricted, a.district_code, a.commune_code, a.commune_2025_code
from audit_log a
where (select app_role()) in ('admin', 'system')
  or ((select app_role()) = 'staff' and a.noun <> 'users')
  or (
    (select app_role()) = 'local'
    and a.noun in ('villages', 'village_services')
    and is_in_own_units(a.district_code, a.commune_code, a.commune_2025_code)
  );

-- A carrier reads the history of its own sites without others' stations: an entry that concerned only those is none to it.
create view audit_entries_of_own_sites with (security_barrier) as
select
  a.id, a.at, a.actor, a.actor_id, a.action, a.noun, a.noun_id, told.before, told.after, a.reason, a.request_id, a.reverts_id,
  a.batch_id, a.carrier_code, a.restricted, a.district_code, a.commune_code, a.commune_2025_code
from audit_log a
cross join lateral (
  select
    keep_stations_of((select app_carrier()), a.before) as before,
    keep_stations_of((select app_carrier()), a.after) as after
) told
where (select app_role()) = 'carrier'
  and a.carrier_code = (select app_carrier())
  and not a.restricted
  and (
    (a.noun = 'sites' and not is_restricted_site(a.noun_id::integer) and told.before is distinct from told.after)
    or (
      a.noun = 'proposals'
      and not exists (select p.id from proposals p where p.id = a.noun_id::integer and is_restricted_site(p.site_id))
    )
  );

create view visible_audit_log with (security_barrier) as
table audit_entries_in_full
union all
table audit_entries_of_own_sites;

grant select on visible_sites, visible_stations, site_counts, visible_audit_log to app_user;
