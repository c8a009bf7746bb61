-- why: an outside system has so many questions a minute, however many processes answer them
alter table consents.outside_system
  add column counted_minute bigint not null default 0,
  add column counted int not null default 0;
