-- What somebody could still learn or do who got past the application and asked the database itself in the name of a role.

-- Names of tables are looked for among temporary ones last: nobody leaves a table behind on a connection that the next transaction
-- takes for the real one.
create or replace function act_as(role text, user_id text, carrier text, units text, public_sites text, today text) returns boolean
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
  told := set_config('search_path', audience || current_setting('search_path') || ', pg_temp', true);
  return true;
end $$;

-- PostGIS tells anybody who may read a table what its statistics say of all rows: how far they reach, and how many lie in a box.
do $$
declare
  telling regprocedure;
begin
  for telling in
    select p.oid::regprocedure
    from pg_proc p
    where p.proname in (
      'st_estimatedextent', '_postgis_stats', '_postgis_selectivity', '_postgis_join_selectivity', '_postgis_index_extent'
    )
  loop
    execute format('revoke execute on function %s from public', telling);
  end loop;
exception
  -- Only who owns the extension may; the others read of it in docs/accounts.md.
  when insufficient_privilege then null;
end $$;

-- The row behind a carrier's own site also holds what is others': which carriers have a station noted there that is not on air,
-- and a version that moves when the record of such a station is changed. Its own columns it reads in visible_sites.
drop policy sites_own on sites;

-- Whether a site that is not restricted has to do with whoever asks. Of any other it says the same as of one that does not exist.
create function is_open_site(asked_id integer) returns boolean
  language sql stable security definer
  return coalesce(
    (
      select
        s.visibility = 'public'
        and case app_role()
          when 'viewer' then true
          when 'staff' then true
          when 'admin' then true
          when 'carrier' then
            coalesce(s.owner_code = app_carrier(), false)
            or app_carrier() = any (s.station_carriers)
            or exists (select from proposals p where p.site_id = s.id and p.carrier_code = app_carrier())
          else false
        end
      from sites s
      where s.id = asked_id
    ),
    false
  );
alter policy stations_viewer on stations
  using ((select app_role()) = 'viewer' and is_open_site(site_id));
alter policy stations_own on stations
  using ((select app_role()) = 'carrier' and carrier_code = (select app_carrier()) and is_open_site(site_id));
alter policy proposals_own on proposals
  using (
    ((select app_role()) = 'carrier' and carrier_code = (select app_carrier()) and is_open_site(site_id))
    or ((select app_role()) = 'local' and proposed_by = (select app_user_id()))
  );

-- Numbers and times the database gives; what was proposed, for what and by whom stays as it was said.
revoke insert, update on proposals from app_user;
grant insert (noun, site_id, village_id, carrier_code, proposed_by, base_version, before, changes, reason) on proposals to app_user;
grant update (state, decided_by, decided_at, decision_reason, version) on proposals to app_user;

-- An entry that concerns several places names the units of all: `commune:03127`.
alter table audit_log add column units text[];
revoke insert on audit_log from app_user;
grant insert (
  actor, actor_id, action, noun, noun_id, before, after, reason, request_id, reverts_id, batch_id, carrier_code, restricted,
  district_code, commune_code, commune_2025_code, units
) on audit_log to app_user;
-- Whoever writes signs with their own name, and writes only of what they may change.
alter policy audit_log_write on audit_log
  with check (
    (select app_role()) = 'system'
    or (
      actor_id = (select app_user_id())
      and actor = (select u.username from users u where u.id = (select app_user_id()))
      and case (select app_role())
        when 'admin' then true
        when 'staff' then noun <> 'users'
        when 'carrier' then noun = 'proposals' and carrier_code = (select app_carrier())
        when 'local' then
          noun in ('villages', 'village_services', 'proposals')
          and is_in_own_units(district_code, commune_code, commune_2025_code)
        else false
      end
    )
  );
alter policy audit_log_local on audit_log
  using (
    (select app_role()) = 'local'
    and (
      actor_id = (select app_user_id())
      or (
        noun in ('villages', 'village_services')
        and (is_in_own_units(district_code, commune_code, commune_2025_code) or coalesce(units && app_units(), false))
      )
    )
  );

-- Nobody counts changes there any more.
drop policy data_state_count on data_state;
revoke update (version) on data_state from app_user;

create or replace view audit_entries_in_full with (security_barrier) as
select
  a.id, a.at, a.actor, a.actor_id, a.action, a.noun, a.noun_id, a.before, a.after, a.reason, a.request_id, a.reverts_id, a.batch_id,
  a.carrier_code, a.restricted, a.district_code, a.commune_code, a.commune_2025_code, a.units
from audit_log a
where (select app_role()) in ('admin', 'system')
  or ((select app_role()) = 'staff' and a.noun <> 'users')
  or (
    (select app_role()) = 'local'
    and a.noun in ('villages', 'village_services')
    and (
      is_in_own_units(a.district_code, a.commune_code, a.commune_2025_code)
      or coalesce(a.units && app_units(), false)
    )
  );

-- Whether the record was the carrier's then: as its owner or, where none is noted, by a station. What was not yet there is.
create function is_record_of(carrier text, record jsonb) returns boolean
  language sql immutable
  return case
    when coalesce(jsonb_typeof(record), 'null') = 'null' then true
    when record ->> 'owner_code' is not null then record ->> 'owner_code' = carrier
    else exists (
      select
      from jsonb_array_elements(
        case jsonb_typeof(record -> 'stations') when 'array' then record -> 'stations' else '[]' end
      ) as station
      where station ->> 'carrier_code' = carrier
    )
  end;

-- Of a record in which a site changes hands: what everybody may know, and whether it is the carrier's.
create function keep_public_of(carrier text, record jsonb) returns jsonb
  language sql immutable strict
  return (
    select jsonb_object_agg(field.key, field.value)
    from jsonb_each(record) as field
    where field.key in (
        'id', 'code', 'name', 'power_source', 'status', 'district_code', 'commune_code', 'commune_2025_code', 'is_sample'
      )
      or (field.key = 'owner_code' and field.value = to_jsonb(carrier))
  );

-- With the site another carrier got its record, which from then on is not the former owner's to read.
create or replace view audit_entries_of_own_sites with (security_barrier) as
select
  a.id, a.at, a.actor, a.actor_id, a.action, a.noun, a.noun_id, told.before, told.after, a.reason, a.request_id, a.reverts_id,
  a.batch_id, a.carrier_code, a.restricted, a.district_code, a.commune_code, a.commune_2025_code, a.units
from audit_log a
cross join lateral (
  select
    a.noun <> 'sites'
    or (is_record_of((select app_carrier()), a.before) and is_record_of((select app_carrier()), a.after)) as is_own
) whose
cross join lateral (
  select
    case
      when whose.is_own then keep_stations_of((select app_carrier()), a.before)
      else keep_public_of((select app_carrier()), a.before)
    end as before,
    case
      when whose.is_own then keep_stations_of((select app_carrier()), a.after)
      else keep_public_of((select app_carrier()), a.after)
    end as after
) told
where (select app_role()) = 'carrier'
  and a.carrier_code = (select app_carrier())
  and not a.restricted
  and case a.noun
    when 'sites' then
      told.before is distinct from told.after
      and not exists (select from sites s where s.id = a.noun_id::integer and s.visibility = 'restricted')
    when 'proposals' then
      not exists (
        select
        from proposals p
        join sites s on s.id = p.site_id
        where p.id = a.noun_id::integer
          and s.visibility = 'restricted'
      )
    else false
  end;

create or replace view visible_audit_log with (security_barrier) as
table audit_entries_in_full
union all
table audit_entries_of_own_sites;

-- The version of a carrier's own site counts the states of its record that the carrier could see: changes of others' stations alone
-- do not count.
create or replace view sites_of_carrier with (security_barrier) as
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
  case when a.access = 'full' then (
    select count(*)::integer + 1
    from audit_log e
    where e.noun = 'sites'
      and e.noun_id = s.id::text
      and e.action <> 'create'
      and keep_stations_of(me.carrier, e.before) is distinct from keep_stations_of(me.carrier, e.after)
  ) end as version,
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

drop function is_restricted_site(integer);
