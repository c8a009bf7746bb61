-- why: a household that moves as a whole stays the same one behind another door; one that was merged goes on in another
alter table homes.household add column moved_on date;
-- since when it is behind its door; what it was behind before is a stay
alter table homes.household add column here_from date generated always as (coalesce(moved_on, from_day)) stored;
alter table homes.household add column goes_on_in uuid references homes.household;
create index household_goes_on_in on homes.household (goes_on_in) where goes_on_in is not null;
update homes.household h set goes_on_in = a.household from homes.act a where a.kind = 'merge' and a.other = h.id and a.undone_at is null;

-- A door that a household was behind, from a day until the day it moved. A row whose days are equal never was: that move was undone.
create table homes.stay (
  id uuid primary key,
  household uuid not null references homes.household,
  dwelling uuid not null references homes.dwelling,
  place text collate "C" not null,
  head uuid,
  -- the act by which it ended
  act uuid not null,
  entry uuid not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day)
);
create index stay_household on homes.stay (household);
create index stay_dwelling on homes.stay (dwelling);
create index stay_place on homes.stay (place, household);

-- of a move: behind which door it went
alter table homes.act add column dwelling uuid references homes.dwelling;

-- One row a household, of where it is: its first day there, not the first day of all. Days before that are in pub_stay.
create or replace view homes.pub_household as
  select id, dwelling, place, head, here_from as from_day, until_day, entry, replaces, goes_on_in from homes.household;
create view homes.pub_stay as
  select household as id, dwelling, place, head, from_day, until_day from homes.stay where from_day < until_day;
