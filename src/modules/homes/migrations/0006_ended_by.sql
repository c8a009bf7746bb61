-- why: every fact names the act by which it came in; that somebody belongs to a household no longer is a fact too
alter table homes.member add column ended_entry uuid;
