-- Files that belong to a row: proof of assigned villages, later papers and answers. The bytes stand in a folder beside the database.

create table stored_files (
  -- Made by whoever sends it, so that sending twice stores once.
  id uuid primary key,
  -- The table and the row it belongs to.
  noun text not null check (noun ~ '^[a-z_]{1,40}$'),
  noun_id integer not null,
  -- Of the row, where it is a carrier's.
  carrier_code text references carriers (code),
  kind text not null check (kind in ('photo', 'drive_test', 'document')),
  -- As given, for whoever reads; never part of a path.
  name text not null check (char_length(name) between 1 and 200),
  -- As found in the bytes, not as told.
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The name under which it stands in the folder, given by the server.
  stored_as uuid not null unique,
  width_px integer,
  height_px integer,
  -- Of a drive test.
  point_count integer,
  uploader_id integer not null references users (id),
  uploader_role text not null,
  uploaded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by integer references users (id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index stored_files_row on stored_files (noun, noun_id);

-- What a photo says of itself. Apart from it: only its carrier and the Sở read where and when it was taken.
create table photo_origins (
  file_id uuid primary key references stored_files (id) on delete cascade,
  taken_at timestamptz,
  geom geometry (point, 4326),
  -- From the village of the row.
  distance_m double precision
);

create table drive_test_points (
  file_id uuid not null references stored_files (id) on delete cascade,
  -- The line of the file.
  line integer not null,
  measured_at timestamptz not null,
  lng double precision not null,
  lat double precision not null,
  technology text not null check (technology in ('2g', '3g', '4g', '5g')),
  rsrp_dbm double precision not null check (rsrp_dbm between -160 and 0),
  primary key (file_id, line)
);

grant select on stored_files, photo_origins, drive_test_points to app_user;
grant insert (
  id, noun, noun_id, carrier_code, kind, name, media_type, bytes, sha256, stored_as, width_px, height_px, point_count, uploader_id,
  uploader_role
) on stored_files to app_user;
grant update (withdrawn_at, withdrawn_by) on stored_files to app_user;
grant insert on photo_origins, drive_test_points to app_user;

-- Who reads the files of a row. Another noun adds a branch: create or replace.
create function reads_files_of(asked_noun text, asked_id integer) returns boolean
  language sql stable
  return case asked_noun
    when 'assignments' then exists (select 1 from assignment_progress p where p.assignment_id = asked_id)
    else false
  end;
-- Whose turn it is to add a file and to take one of their own back. Of a carrier until the Sở has confirmed.
create function adds_files_to(asked_noun text, asked_id integer) returns boolean
  language sql stable
  return case asked_noun
    when 'assignments' then exists (
      select 1
      from assignment_progress p
      join assignments a on a.id = p.assignment_id
      where p.assignment_id = asked_id
        and a.withdrawn_by is null
        and a.replaced_by is null
        and (
          app_role() in ('staff', 'admin')
          or (app_role() = 'carrier' and a.carrier_code = app_carrier() and p.state <> 'confirmed')
        )
    )
    else false
  end;
create function withdraws_files_of(asked_noun text, asked_id integer) returns boolean
  language sql stable
  return case asked_noun
    when 'assignments' then adds_files_to(asked_noun, asked_id) and exists (
      select 1
      from assignment_progress p
      where p.assignment_id = asked_id
        and (app_role() in ('staff', 'admin') or p.state <> 'awaiting')
    )
    else adds_files_to(asked_noun, asked_id)
  end;
-- Whose the row is, where it is a carrier's: a file carries it from the day it came.
create function carrier_of_files(asked_noun text, asked_id integer) returns text
  language sql stable
  return case asked_noun
    when 'assignments' then (select a.carrier_code from assignments a where a.id = asked_id)
  end;

alter table stored_files enable row level security;
create policy stored_files_read on stored_files for select
  using (
    reads_files_of(noun, noun_id)
    and ((select app_role()) <> 'carrier' or carrier_code = (select app_carrier()))
  );
-- The application itself looks after the folder.
create policy stored_files_system on stored_files for select
  using ((select app_role()) = 'system');
-- Whoever adds signs for it, as what they are.
create policy stored_files_add on stored_files for insert
  with check (
    uploader_id = (select app_user_id())
    and uploader_role = (select app_role())
    and withdrawn_at is null
    and carrier_code is not distinct from carrier_of_files(noun, noun_id)
    and adds_files_to(noun, noun_id)
  );
-- One's own side takes back what it brought; the Sở everything.
create policy stored_files_withdraw on stored_files for update
  using (
    withdraws_files_of(noun, noun_id)
    and (
      (select app_role()) in ('staff', 'admin')
      or uploader_id = (select app_user_id())
      or (uploader_role = 'carrier' and (select app_role()) = 'carrier' and carrier_code = (select app_carrier()))
    )
  )
  with check (withdrawn_by = (select app_user_id()));

-- Withdrawn once, and it stays so.
create function refuse_unwithdrawing() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null then
    raise exception 'a file is withdrawn once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stored_files_withdrawn before update on stored_files
  for each row execute function refuse_unwithdrawing();

alter table photo_origins enable row level security;
create policy photo_origins_read on photo_origins for select
  using (
    (select app_role()) in ('staff', 'admin')
    or (
      (select app_role()) = 'carrier'
      and file_id in (select f.id from stored_files f where f.carrier_code = (select app_carrier()))
    )
    or file_id in (select f.id from stored_files f where f.uploader_id = (select app_user_id()))
  );
create policy photo_origins_add on photo_origins for insert
  with check (
    file_id in (select f.id from stored_files f where f.uploader_id = (select app_user_id()) and f.kind = 'photo')
  );

alter table drive_test_points enable row level security;
create policy drive_test_points_read on drive_test_points for select
  using (file_id in (select f.id from stored_files f));
create policy drive_test_points_add on drive_test_points for insert
  with check (
    file_id in (select f.id from stored_files f where f.uploader_id = (select app_user_id()) and f.kind = 'drive_test')
  );
