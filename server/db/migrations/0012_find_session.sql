-- Every request asks for its session first. One statement outside of any role finds it, as it runs with the owner's rights: a
-- transaction that is told a role only to read one row cost more than the row. Whoever asks has to know the session's id.
create function find_session(asked_hash text, seen_every_s integer)
  returns table (
    data jsonb, is_stale boolean, id integer, username text, display_name text, role text, carrier_code text, units text[],
    must_change_password boolean, is_disabled boolean, is_demo boolean, version integer
  )
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select
    s.data,
    s.last_seen_at < now() - make_interval(secs => seen_every_s),
    u.id,
    u.username,
    u.display_name,
    u.role,
    u.carrier_code,
    array(
      select unit.unit_set || ':' || unit.code
      from user_units unit
      where unit.user_id = u.id
      order by unit.unit_set, unit.code
    ),
    u.must_change_password,
    u.disabled_at is not null,
    u.is_demo,
    u.version
  from sessions s
  left join users u on u.id = s.user_id
  where s.id_hash = asked_hash
    and s.expires_at > now()
    and u.disabled_at is null;
end $$;
