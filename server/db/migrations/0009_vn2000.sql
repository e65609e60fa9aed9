-- Of the province's VN-2000 zone, which its surveyors write positions in: 103 for Điện Biên. Null where it is not known.
alter table data_state
  add column vn2000_central_meridian double precision check (vn2000_central_meridian between 100 and 112);
