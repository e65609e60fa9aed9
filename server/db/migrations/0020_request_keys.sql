-- A step that was sent twice, because its answer was lost on the way, is taken once: the sender names it by a key of its own.

alter table assignment_events add column request_key uuid;
-- Each of their own keys: what somebody else named alike says nothing.
create unique index assignment_events_request_key on assignment_events (actor_id, request_key)
  where request_key is not null;

grant insert (request_key) on assignment_events to app_user;
