-- A station whose beginning nobody noted can end.
alter table stations
  drop constraint stations_check,
  add constraint stations_order check (off_air_on >= on_air_on);
