-- What the application signs with; made by the first server that needs it, shared by all that serve from this database.
create table server_secrets (
  name text primary key,
  value text not null
);
grant select, insert on server_secrets to app_user;
alter table server_secrets enable row level security;
create policy server_secrets_system on server_secrets
  using ((select app_role()) = 'system')
  with check ((select app_role()) = 'system');
