-- From where somebody has come in before: guesses from elsewhere make them wait there no longer than anybody else.
create table known_networks (
  user_id integer not null references users (id) on delete cascade,
  network text not null,
  last_seen_at timestamptz not null default now(),
  primary key (user_id, network)
);
grant select, insert, update, delete on known_networks to app_user;
alter table known_networks enable row level security;
create policy known_networks_system on known_networks
  using ((select app_role()) = 'system')
  with check ((select app_role()) = 'system');
