-- From sample to real: everything that was made up goes, with what hangs on it; and carriers, of which there is no list to import,
-- an administrator adds by hand.

-- Runs with the rights of whoever calls it, which only the owner has. What it did, by table: `removed` was made up, `hanging` was
-- not and spoke of what was, `changed` stays and lost what it said of it. Null: nothing here is made up.
create function remove_sample_rows(keeper_id integer, new_title text) returns jsonb
  language plpgsql set search_path = public, pg_temp as $$
declare
  removed jsonb := '{}';
  hanging jsonb := '{}';
  changed jsonb := '{}';
  files jsonb;
  accounts jsonb;
  made_up integer;
  real integer;
  gone_carriers text[];
  gone_sites integer[];
  gone_villages integer[];
  gone_assignments integer[];
  reset_assignments integer[];
  gone_challenges integer[];
  gone_papers integer[];
  other text;
begin
  -- Nobody writes of a village while it goes, and of two who begin at once the second finds nothing left.
  perform 1 from data_state for update;
  lock table
    carriers, sites, stations, villages, village_services, village_lineage, cable_routes, assignments, assignment_events, proposals,
    challenges, due_papers, paper_duties, stored_files, imports, users
  in share row exclusive mode;

  select coalesce(array_agg(c.code), '{}') into gone_carriers from carriers c where c.is_sample;
  select coalesce(array_agg(s.id), '{}') into gone_sites from sites s where s.is_sample;
  select coalesce(array_agg(v.id), '{}') into gone_villages from villages v where v.is_sample;
  if (select is_sample from data_state) is not true
    and cardinality(gone_carriers) = 0 and cardinality(gone_sites) = 0 and cardinality(gone_villages) = 0
    and not exists (select from stations t where t.is_sample)
    and not exists (select from village_services s where s.is_sample)
    and not exists (select from cable_routes r where r.is_sample)
    and not exists (select from assignments a where a.is_sample)
    and not exists (select from villages v where v.position_is_sample)
  then
    return null;
  end if;

  select coalesce(array_agg(a.id), '{}') into gone_assignments
  from assignments a
  where a.is_sample
    or a.carrier_code = any (gone_carriers);
  -- What an act printed stays; how far it was, was said of a village that never was.
  select coalesce(array_agg(a.id), '{}') into reset_assignments
  from assignments a
  where a.village_id = any (gone_villages)
    and not a.id = any (gone_assignments);
  select coalesce(array_agg(c.id), '{}') into gone_challenges
  from challenges c
  where c.village_id = any (gone_villages)
    or c.carrier_code = any (gone_carriers);
  select coalesce(array_agg(d.id), '{}') into gone_papers
  from due_papers d
  where d.owed_by = 'carrier'
    and d.ower_code = any (gone_carriers);

  -- Files: their rows here, their bytes by whoever looks after the folder.
  with gone as (
    delete from stored_files f
    where (f.noun = 'assignments' and f.noun_id = any (gone_assignments || reset_assignments))
      or (f.noun = 'challenges' and f.noun_id = any (gone_challenges))
      or (f.noun = 'due_papers' and f.noun_id = any (gone_papers))
      or f.carrier_code = any (gone_carriers)
    returning f.stored_as
  )
  select coalesce(jsonb_agg(g.stored_as), '[]') into files from gone g;
  hanging := hanging || jsonb_build_object('stored_files', jsonb_array_length(files));
  -- Lists of carriers that never were, and what names were understood to mean that mean nothing now.
  with gone as (
    delete from imports i
    where i.carrier_code = any (gone_carriers)
    returning i.stored_as
  )
  select files || coalesce(jsonb_agg(g.stored_as), '[]'), count(*) into files, real from gone g;
  hanging := hanging || jsonb_build_object('imports', real);
  delete from import_mappings m where m.sender = any (gone_carriers);
  delete from import_answers n
  where n.code = any (gone_carriers)
    or n.code in (select v.code from villages v where v.is_sample);

  delete from challenge_events e where e.challenge_id = any (gone_challenges);
  delete from challenge_reporters r where r.challenge_id = any (gone_challenges);
  delete from challenges c where c.id = any (gone_challenges);
  hanging := hanging || jsonb_build_object('challenges', cardinality(gone_challenges));

  delete from due_paper_events e where e.due_paper_id = any (gone_papers);
  delete from due_papers d where d.id = any (gone_papers);
  hanging := hanging || jsonb_build_object('due_papers', cardinality(gone_papers));
  -- An empty list of who owes means everybody: a duty of made-up carriers alone goes.
  delete from paper_duties d
  where d.owed_by = 'carrier'
    and cardinality(d.owed_codes) > 0
    and d.owed_codes <@ gone_carriers;
  update paper_duties d
  set owed_codes = array(select code from unnest(d.owed_codes) as code where not code = any (gone_carriers))
  where d.owed_by = 'carrier'
    and d.owed_codes && gone_carriers;

  delete from proposals p
  where p.site_id = any (gone_sites)
    or p.village_id = any (gone_villages)
    or p.carrier_code = any (gone_carriers);
  get diagnostics real = row_count;
  hanging := hanging || jsonb_build_object('proposals', real);

  select count(*) filter (where a.is_sample), count(*) filter (where not a.is_sample)
  into made_up, real
  from assignments a
  where a.id = any (gone_assignments);
  update assignments a set replaced_by = null where a.replaced_by = any (gone_assignments);
  delete from assignments a where a.id = any (gone_assignments);
  removed := removed || jsonb_build_object('assignments', made_up);
  hanging := hanging || jsonb_build_object('assignments', real);
  delete from alerts l where l.assignment_id = any (reset_assignments);
  delete from assignment_events e where e.assignment_id = any (reset_assignments) or e.carrier_code = any (gone_carriers);
  delete from assignment_progress p where p.assignment_id = any (reset_assignments);
  insert into assignment_progress (assignment_id) select unnest(reset_assignments);
  update assignments a set village_id = null where a.id = any (reset_assignments);
  changed := changed || jsonb_build_object('assignments', cardinality(reset_assignments));

  with gone as (
    delete from village_services s
    where s.is_sample
      or s.village_id = any (gone_villages)
      or s.carrier_code = any (gone_carriers)
    returning s.is_sample
  )
  select count(*) filter (where g.is_sample), count(*) filter (where not g.is_sample) into made_up, real from gone g;
  removed := removed || jsonb_build_object('village_services', made_up);
  hanging := hanging || jsonb_build_object('village_services', real);

  delete from village_lineage l where l.predecessor_id = any (gone_villages) or l.successor_id = any (gone_villages);

  delete from cable_routes r where r.is_sample;
  get diagnostics made_up = row_count;
  removed := removed || jsonb_build_object('cable_routes', made_up);
  update cable_routes r
  set
    owner_code = case when r.owner_code = any (gone_carriers) then null else r.owner_code end,
    tenant_codes = array(select code from unnest(r.tenant_codes) as code where not code = any (gone_carriers)),
    version = r.version + 1
  where r.owner_code = any (gone_carriers)
    or r.tenant_codes && gone_carriers;
  get diagnostics real = row_count;
  changed := changed || jsonb_build_object('cable_routes', real);

  with gone as (
    delete from stations t
    where t.is_sample
      or t.site_id = any (gone_sites)
      or t.carrier_code = any (gone_carriers)
    returning t.is_sample
  )
  select count(*) filter (where g.is_sample), count(*) filter (where not g.is_sample) into made_up, real from gone g;
  removed := removed || jsonb_build_object('stations', made_up);
  hanging := hanging || jsonb_build_object('stations', real);

  delete from sites s where s.id = any (gone_sites);
  removed := removed || jsonb_build_object('sites', cardinality(gone_sites));
  update sites s set owner_code = null, version = s.version + 1 where s.owner_code = any (gone_carriers);
  get diagnostics real = row_count;
  changed := changed || jsonb_build_object('sites', real);

  delete from villages v where v.id = any (gone_villages);
  removed := removed || jsonb_build_object('villages', cardinality(gone_villages));
  -- A real village whose place was made up stands at its commune's label again.
  update villages v
  set
    geom = null,
    located_by = case v.located_by when 'position' then 'label' else v.located_by end,
    position_is_sample = false,
    version = v.version + 1
  where v.position_is_sample;
  get diagnostics real = row_count;
  changed := changed || jsonb_build_object('villages', real);

  -- What later migrations mark as made up.
  for other in
    select c.table_name
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public'
      and c.column_name = 'is_sample'
      and t.table_type = 'BASE TABLE'
      and c.table_name not in (
        'data_state', 'carriers', 'sites', 'stations', 'villages', 'village_services', 'cable_routes', 'assignments'
      )
    order by c.table_name
  loop
    execute format('delete from %I where is_sample', other);
    get diagnostics made_up = row_count;
    removed := removed || jsonb_build_object(other, made_up);
  end loop;

  -- Accounts that need no password, and those of carriers that never were: whoever runs this stays. What they did stays signed.
  update plans p
  set retired = true, version = p.version + 1, changed_at = now()
  where not p.retired
    and p.owner_id in (select u.id from users u where u.is_demo and u.id is distinct from keeper_id);
  with ended as (
    update users u
    set
      disabled_at = coalesce(u.disabled_at, now()),
      role = case when u.carrier_code = any (gone_carriers) then 'viewer' else u.role end,
      carrier_code = case when u.carrier_code = any (gone_carriers) then null else u.carrier_code end,
      version = u.version + 1
    where (u.is_demo or u.carrier_code = any (gone_carriers))
      and u.id is distinct from keeper_id
    returning u.id, u.username
  ),
  signed_out as (
    delete from sessions s using ended e where s.user_id = e.id
  )
  select coalesce(jsonb_agg(e.username order by e.username), '[]') into accounts from ended e;
  update users u
  set is_demo = false, display_name = replace(u.display_name, ' (mẫu)', ''), version = u.version + 1
  where u.id = keeper_id
    and u.is_demo;

  delete from carriers c where c.code = any (gone_carriers);
  removed := removed || jsonb_build_object('carriers', cardinality(gone_carriers));

  update data_state
  set dataset_id = 'real', title = new_title, is_sample = false, note = null, loaded_at = now(), version = version + 1;
  return jsonb_build_object(
    'removed', removed, 'hanging', hanging, 'changed', changed, 'accounts', accounts, 'files', files
  );
end $$;
revoke execute on function remove_sample_rows(integer, text) from public;

-- The same for the administrator on the page, who deletes nothing else.
create function start_real(new_title text) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_role() <> 'admin' or app_user_id() is null
    or not exists (select from users u where u.id = app_user_id() and u.role = 'admin' and u.disabled_at is null)
  then
    raise exception 'only administrators end the sample' using errcode = 'insufficient_privilege';
  end if;
  return remove_sample_rows(app_user_id(), new_title);
end $$;
revoke execute on function start_real(text) from public;
grant execute on function start_real(text) to app_user;

-- A carrier is added by an administrator, and never made up.
alter policy carriers_create on carriers
  with check ((select app_role()) = 'admin' and not is_sample);
