-- why: from the day of a merge or split on, what lies at the old places goes on at the new ones; once for each change
alter table places.change add column settled_at timestamptz;
create index change_unsettled on places.change (day) where settled_at is null;
