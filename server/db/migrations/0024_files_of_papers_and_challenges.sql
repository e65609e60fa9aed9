-- Papers have their file, and challenges their evidence: of whoever reports as of the carrier that answers.

-- Whoever sees the paper or the challenge may read its files; of a challenge's the policy below leaves some out.
create or replace function reads_files_of(asked_noun text, asked_id integer) returns boolean
  language sql stable
  return case asked_noun
    when 'assignments' then exists (select 1 from assignment_progress p where p.assignment_id = asked_id)
    when 'due_papers' then is_seen_paper(asked_id)
    when 'challenges' then is_seen_challenge(asked_id)
    else false
  end;
-- A paper's until the Sở has accepted or waived it; of a challenge whoever reported it until there is an answer, the carrier from
-- then on that it was sent to it, and nobody once it has ended.
create or replace function adds_files_to(asked_noun text, asked_id integer) returns boolean
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
    when 'due_papers' then exists (
      select 1
      from due_papers d
      where d.id = asked_id
        and (
          app_role() in ('staff', 'admin')
          or (is_own_paper(d.owed_by, d.ower_code) and d.state in ('handed_in', 'returned'))
        )
    )
    when 'challenges' then exists (
      select 1
      from challenges c
      where c.id = asked_id
        and (
          (app_role() in ('staff', 'admin') and c.state in ('filed', 'routed', 'answered'))
          or (app_role() = 'carrier' and c.carrier_code = app_carrier() and c.state in ('routed', 'answered'))
          or (
            app_role() in ('viewer', 'local')
            and c.state in ('filed', 'routed')
            and exists (
              select 1
              from challenge_reporters r
              where r.challenge_id = c.id
                and r.user_id = app_user_id()
            )
          )
        )
    )
    else false
  end;
-- A carrier reads files that are its own: what others bring to a challenge is none of them.
create or replace function carrier_of_files(asked_noun text, asked_id integer) returns text
  language sql stable
  return case asked_noun
    when 'assignments' then (select a.carrier_code from assignments a where a.id = asked_id)
    when 'due_papers' then (select d.ower_code from due_papers d where d.id = asked_id and d.owed_by = 'carrier')
    when 'challenges' then (
      select c.carrier_code
      from challenges c
      where c.id = asked_id
        and app_role() = 'carrier'
    )
  end;

-- Who reported is told to the Sở alone, so that what was reported with is read by the Sở and by whoever brought it.
drop policy stored_files_read on stored_files;
create policy stored_files_read on stored_files for select
  using (
    reads_files_of(noun, noun_id)
    and ((select app_role()) <> 'carrier' or carrier_code = (select app_carrier()))
    and (
      noun <> 'challenges'
      or carrier_code is not null
      or uploader_id = (select app_user_id())
      or (select app_role()) in ('staff', 'admin')
    )
  );

-- Whoever brings a file or takes it back signs for it in the log.
create policy audit_log_files on audit_log for insert
  with check (
    case when noun in ('due_papers', 'challenges') and action in ('attach_file', 'withdraw_file') then
      actor_id = (select app_user_id())
      and actor = (select u.username from users u where u.id = (select app_user_id()))
      and carrier_code is not distinct from (select app_carrier())
      and case (select app_role())
        when 'viewer' then noun = 'challenges' and is_seen_challenge(noun_id::integer)
        when 'local' then
          case noun when 'challenges' then is_seen_challenge(noun_id::integer) else is_seen_paper(noun_id::integer) end
        when 'carrier' then
          case noun when 'challenges' then is_seen_challenge(noun_id::integer) else is_seen_paper(noun_id::integer) end
        else false
      end
    else false end
  );
