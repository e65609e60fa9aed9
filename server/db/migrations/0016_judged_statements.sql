-- What was said of villages, to be held against what is known of the networks: that is for those who may ask the carrier about it.
-- Everybody else finds nothing here, whichever way they come.
create view judged_statements with (security_barrier) as
select
  s.id, s.village_id, s.service, s.carrier_code, s.basis, s.state, s.observed_on, s.source_code, s.is_sample
from village_services s
where (select app_role()) in ('staff', 'admin')
  and s.withdrawn_at is null;
grant select on judged_statements to app_user;
