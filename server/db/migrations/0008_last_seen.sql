-- When an account was last in use: sessions end and are removed, the account remains.
alter table users add column last_seen_at timestamptz;
