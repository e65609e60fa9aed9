-- Rights live here. The application works as app_user, which owns nothing and passes no policy; each transaction says in whose
-- name it runs (server/db/act-as.ts). core/permissions.ts is the table that these policies follow; tests hold the two together.

do $$ begin
  -- Roles belong to the whole server: another database made it, or an administrator for an owner who may not.
  if not exists (select from pg_roles where rolname = 'app_user') then
    create role app_user nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end $$;

-- Who asks. Subqueries around these calls make a policy ask once for a statement, not once for a row.
create function app_role() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('app.role', true), ''), 'nobody');
create function app_user_id() returns integer language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::integer;
create function app_carrier() returns text language sql stable parallel safe
  return nullif(current_setting('app.carrier', true), '');
create function app_units() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.units', true), ''), ',');
-- What visitors see of a site's position: as configured, otherwise by the data, of which only a sample protects nobody.
create function app_public_sites() returns text language sql stable parallel safe
  return coalesce(
    nullif(current_setting('app.public_sites', true), ''),
    (select case when is_sample then 'full' end from data_state),
    'count'
  );
-- The day of whoever asks, so that one clock decides.
create function app_today() returns date language sql stable parallel safe
  return coalesce(
    nullif(current_setting('app.today', true), '')::date,
    (now() at time zone 'Asia/Ho_Chi_Minh')::date
  );

-- Everybody reads these: boundaries, the base map, villages and what is said of their coverage, the published plan.
grant select on
  data_state, sources, admin_units, base_map_features, carriers, cable_routes, villages, village_lineage, village_services,
  legal_acts, assignments, indicators, indicator_values, published_figures, mast_kinds
to app_user;
grant update (version) on data_state to app_user;
-- Read through policies.
grant select, insert, update on sites, site_private, stations, station_private, proposals to app_user;
grant insert, update on villages to app_user;
grant insert on village_services, village_lineage to app_user;
-- A statement is never rewritten, only withdrawn.
grant update (withdrawn_at) on village_services to app_user;
grant insert, update on mast_kinds to app_user;
grant select, insert, update on users, user_passwords to app_user;
grant select, insert, delete on user_units to app_user;
grant select, insert, update, delete on sessions, sign_in_failures to app_user;
-- Nobody changes what has been written down.
grant select, insert on audit_log to app_user;

-- Which carriers have a station noted at a site, on air or not. Kept with the site, because whose it is must not cost a look at
-- the stations for every row of every list.
alter table sites add column station_carriers text[] not null default '{}';
update sites
set station_carriers = array(select distinct t.carrier_code from stations t where t.site_id = sites.id order by t.carrier_code);

-- Runs with the owner's rights: the column is nobody's to write.
create function note_station_carriers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched integer[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct n.site_id) into touched from new_rows n;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct o.site_id) into touched from old_rows o;
  else
    select array_agg(distinct c.site_id) into touched
    from (select o.site_id from old_rows o union select n.site_id from new_rows n) c;
  end if;
  update sites s
  set station_carriers = present.carriers
  from (
    select
      asked.id,
      array(select distinct t.carrier_code from stations t where t.site_id = asked.id order by t.carrier_code) as carriers
    from unnest(touched) as asked (id)
  ) present
  where s.id = present.id
    and s.station_carriers <> present.carriers;
  return null;
end $$;
create trigger stations_carriers_insert after insert on stations
  referencing new table as new_rows for each statement execute function note_station_carriers();
create trigger stations_carriers_update after update on stations
  referencing old table as old_rows new table as new_rows for each statement execute function note_station_carriers();
create trigger stations_carriers_delete after delete on stations
  referencing old table as old_rows for each statement execute function note_station_carriers();

-- A site is the actor's own when it owns it or, where no owner is noted, has a station at it. These two run with the owner's
-- rights, because the policies of other tables ask them.
create function is_restricted_site(asked_id integer) returns boolean
  language sql stable security definer
  return coalesce((select s.visibility = 'restricted' from sites s where s.id = asked_id), false);
create function is_own_site_id(asked_id integer) returns boolean
  language sql stable security definer
  return coalesce(
    (
      select s.visibility = 'public' and coalesce(s.owner_code = app_carrier(), app_carrier() = any (s.station_carriers))
      from sites s
      where s.id = asked_id
    ),
    false
  );

alter table sites enable row level security;
create policy sites_staff on sites
  using ((select app_role()) in ('staff', 'admin'))
  with check ((select app_role()) in ('staff', 'admin'));
create policy sites_viewer on sites for select
  using ((select app_role()) = 'viewer' and visibility = 'public');
create policy sites_own on sites for select
  using (
    (select app_role()) = 'carrier'
    and visibility = 'public'
    and coalesce(owner_code = (select app_carrier()), (select app_carrier()) = any (station_carriers))
  );

alter table site_private enable row level security;
create policy site_private_staff on site_private
  using ((select app_role()) in ('staff', 'admin'))
  with check ((select app_role()) in ('staff', 'admin'));
create policy site_private_own on site_private for select
  using ((select app_role()) = 'carrier' and is_own_site_id(site_id));

alter table stations enable row level security;
create policy stations_staff on stations
  using ((select app_role()) in ('staff', 'admin'))
  with check ((select app_role()) in ('staff', 'admin'));
create policy stations_viewer on stations for select
  using ((select app_role()) = 'viewer' and not is_restricted_site(site_id));
create policy stations_own on stations for select
  using ((select app_role()) = 'carrier' and carrier_code = (select app_carrier()) and not is_restricted_site(site_id));

alter table station_private enable row level security;
create policy station_private_staff on station_private
  using ((select app_role()) in ('staff', 'admin'))
  with check ((select app_role()) in ('staff', 'admin'));
-- The station's own policy has decided already whose it is.
create policy station_private_own on station_private for select
  using ((select app_role()) = 'carrier' and exists (select 1 from stations t where t.id = station_id));

-- Everybody knows which data these are; whoever may write counts the change.
alter table data_state enable row level security;
create policy data_state_read on data_state for select using (true);
create policy data_state_count on data_state for update
  using ((select app_role()) in ('local', 'carrier', 'staff', 'admin', 'system'))
  with check ((select app_role()) in ('local', 'carrier', 'staff', 'admin', 'system'));

-- Whether a village lies in the units of the actor.
create function is_in_own_units(district_code text, commune_code text, commune_2025_code text) returns boolean
  language sql stable
  return array['district:' || district_code, 'commune:' || commune_code, 'commune-2025:' || commune_2025_code] && app_units();

alter table villages enable row level security;
create policy villages_read on villages for select using (true);
create policy villages_staff on villages
  using ((select app_role()) in ('staff', 'admin'))
  with check ((select app_role()) in ('staff', 'admin'));
create policy villages_local on villages for update
  using ((select app_role()) = 'local' and is_in_own_units(district_code, commune_code, commune_2025_code))
  with check ((select app_role()) = 'local' and is_in_own_units(district_code, commune_code, commune_2025_code));

-- Policies choose rows; which columns a role may change, triggers say.
create function refuse_other_columns() returns trigger language plpgsql as $$
declare
  before jsonb := to_jsonb(old) - array['households', 'population', 'grid_power', 'grid_power_since', 'source_code', 'observed_on', 'version'];
  after jsonb := to_jsonb(new) - array['households', 'population', 'grid_power', 'grid_power_since', 'source_code', 'observed_on', 'version'];
begin
  if app_role() = 'local' and before is distinct from after then
    raise exception 'local accounts change households, population and power only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger villages_columns before update on villages for each row execute function refuse_other_columns();

create function refuse_visibility_change() returns trigger language plpgsql as $$
begin
  if app_role() = 'staff' and new.visibility is distinct from (case tg_op when 'INSERT' then 'public' else old.visibility end) then
    raise exception 'only admins change the visibility of a site' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger sites_visibility before insert or update on sites for each row execute function refuse_visibility_change();

alter table village_services enable row level security;
create policy village_services_read on village_services for select using (true);
create policy village_services_staff on village_services
  using ((select app_role()) in ('staff', 'admin'))
  with check ((select app_role()) in ('staff', 'admin'));

alter table village_lineage enable row level security;
create policy village_lineage_read on village_lineage for select using (true);
create policy village_lineage_staff on village_lineage for insert
  with check ((select app_role()) in ('staff', 'admin'));

alter table mast_kinds enable row level security;
create policy mast_kinds_read on mast_kinds for select using (true);
create policy mast_kinds_staff on mast_kinds
  using ((select app_role()) in ('staff', 'admin'))
  with check ((select app_role()) in ('staff', 'admin'));

alter table proposals enable row level security;
create policy proposals_staff on proposals
  using ((select app_role()) in ('staff', 'admin'))
  with check ((select app_role()) in ('staff', 'admin'));
create policy proposals_own on proposals for select
  using (
    ((select app_role()) = 'carrier' and carrier_code = (select app_carrier()) and not is_restricted_site(site_id))
    or ((select app_role()) = 'local' and proposed_by = (select app_user_id()))
  );
create policy proposals_create on proposals for insert
  with check (
    state = 'pending'
    and proposed_by = (select app_user_id())
    and (
      ((select app_role()) = 'carrier' and noun = 'sites' and carrier_code = (select app_carrier()) and is_own_site_id(site_id))
      or (
        (select app_role()) = 'local'
        and noun = 'village_services'
        and exists (
          select 1
          from villages v
          where v.id = village_id and is_in_own_units(v.district_code, v.commune_code, v.commune_2025_code)
        )
      )
    )
  );
create policy proposals_withdraw on proposals for update
  using (proposed_by = (select app_user_id()) and state = 'pending' and (select app_role()) in ('carrier', 'local'))
  with check (proposed_by = (select app_user_id()) and state in ('pending', 'withdrawn'));

alter table users enable row level security;
create policy users_system on users
  using ((select app_role()) in ('system', 'admin'))
  with check ((select app_role()) in ('system', 'admin'));
create policy users_self on users for select
  using (id = (select app_user_id()));
-- Names of who proposed, changed and decided stand beside the change: the staff's for everybody who may read it.
create view user_names with (security_barrier) as
select u.id, u.username, u.display_name
from users u
where (select app_role()) in ('staff', 'admin', 'system')
  or (
    (select app_role()) in ('local', 'carrier')
    and (u.role in ('staff', 'admin') or u.id = (select app_user_id()) or u.carrier_code = (select app_carrier()))
  );
grant select on user_names to app_user;

alter table user_units enable row level security;
create policy user_units_system on user_units
  using ((select app_role()) in ('system', 'admin'))
  with check ((select app_role()) in ('system', 'admin'));

alter table user_passwords enable row level security;
create policy user_passwords_system on user_passwords
  using ((select app_role()) = 'system')
  with check ((select app_role()) = 'system');

alter table sessions enable row level security;
create policy sessions_system on sessions
  using ((select app_role()) = 'system')
  with check ((select app_role()) = 'system');

alter table sign_in_failures enable row level security;
create policy sign_in_failures_system on sign_in_failures
  using ((select app_role()) = 'system')
  with check ((select app_role()) = 'system');

alter table audit_log enable row level security;
create policy audit_log_staff on audit_log for select
  using ((select app_role()) in ('admin', 'system') or ((select app_role()) = 'staff' and noun <> 'users'));
-- What they wrote themselves; the history of their sites they read in visible_audit_log.
create policy audit_log_carrier on audit_log for select
  using ((select app_role()) = 'carrier' and actor_id = (select app_user_id()));
create policy audit_log_local on audit_log for select
  using (
    (select app_role()) = 'local'
    and (
      actor_id = (select app_user_id())
      or (
        noun in ('villages', 'village_services')
        and is_in_own_units(district_code, commune_code, commune_2025_code)
      )
    )
  );
-- Whoever writes signs with their own name.
create policy audit_log_write on audit_log for insert
  with check (
    (select app_role()) = 'system'
    or ((select app_role()) in ('local', 'carrier', 'staff', 'admin') and actor_id = (select app_user_id()))
  );
