-- What an UBND reported and the Sở accepted is verified, and may be asked for apart from what the Sở found itself.
alter table village_services add column reported_by_local boolean not null default false;
comment on column village_services.reported_by_local is 'an UBND huyện or xã reported it and the Sở accepted it';

update village_services s
set reported_by_local = true
from audit_log a
where a.noun = 'village_services'
  and a.action = 'accept'
  and a.noun_id = s.id::text;
