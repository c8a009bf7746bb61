-- why: what came of one act of entering, and what came in at a township, are asked by entry and by day
create index value_entry on fields.value (entry);
create index value_at on fields.value (at);
create index confirmation_entry on fields.confirmation (entry);
create index branch_entry on fields.branch (entry);

-- Days on which what came in was compared.
create table fields.compared (
  place text collate "C" not null,
  day date not null,
  found int not null,
  primary key (place, day)
);

-- Owner's view, without values: what became of an entry is told to who made it.
create view fields.pub_arrival as
  select id, entry, subject_kind, subject, field, place, at, until_at is null as present from fields.value;
