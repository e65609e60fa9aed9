-- A report against a carrier's coverage is told of too: when it is somebody's turn, and when the carrier's days run out.

alter table alerts add column challenge_id integer references challenges (id) on delete cascade;
-- Of a step: how far it had come. What has moved on since is settled.
alter table alerts add column challenge_state text;
create index alerts_challenge on alerts (challenge_id);

alter table alerts drop constraint alerts_kind_check;
alter table alerts add constraint alerts_kind_check check (
  kind in (
    'deadline', 'overdue', 'promise_passed', 'returned', 'accepted', 'asked', 'power', 'certificate', 'challenge', 'answer_due'
  )
);
alter table alerts drop constraint alerts_check;
alter table alerts add constraint alerts_check check (num_nonnulls(assignment_id, station_id, challenge_id) = 1);
