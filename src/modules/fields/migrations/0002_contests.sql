-- why: a value can be contested: marked at once, decided within a limit by whose word is the truth, the answer kept
create table fields.contest (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('person', 'household', 'dwelling', 'organ', 'place')),
  subject uuid not null,
  field text not null,
  place text collate "C" not null,
  -- who contests: a person about his own data, or a worker in his post
  person uuid not null,
  post uuid,
  -- what stood there, by which entry it came, and who made that entry: he does not decide
  shown jsonb,
  value uuid,
  entry uuid,
  entered_by uuid,
  says jsonb,
  why text not null,
  at timestamptz not null,
  -- whose word is the truth: an organ, or the office of the township where it is null
  organ uuid,
  calendar text not null,
  limit_hours numeric not null check (limit_hours > 0),
  due_at timestamptz not null,
  -- once true, stays
  late boolean not null default false,
  state text not null default 'open' check (state in ('open', 'accepted', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  answer text,
  -- what is right when accepted, and since when it stands in the place of what was wrong
  corrected jsonb,
  applied_at timestamptz,
  check ((state = 'open') = (decided_at is null)),
  check (state not in ('accepted', 'refused') or (reason is not null and answer is not null and decided_by is not null))
);
-- one open contest of a value at a time
create unique index contest_open on fields.contest (subject, field) where state = 'open';
create index contest_marks on fields.contest (subject, field) where state = 'open' or (state = 'accepted' and applied_at is null);
create index contest_due on fields.contest (due_at) where state = 'open' and not late;
create index contest_place on fields.contest (place, due_at) where state = 'open';
create index contest_person on fields.contest (person, at desc);

create table fields.contest_step (
  contest uuid not null references fields.contest (id),
  no int not null,
  step text not null check (step in ('contested', 'overdue', 'passed', 'accepted', 'refused', 'withdrawn')),
  at timestamptz not null,
  organ uuid,
  post uuid,
  note text,
  primary key (contest, no)
);

-- Entries to be looked at; there is no column for who made them.
create table fields.suspicion (
  id uuid primary key,
  sign text not null check (sign in ('constant', 'copied', 'repeated')),
  fields text[] not null,
  entries uuid[] not null check (cardinality(entries) > 0),
  place text collate "C" not null,
  doors int not null,
  near_share real not null,
  chance real not null,
  found_at timestamptz not null,
  outcome text check (outcome in ('fine', 'asked', 'corrected')),
  note text,
  looked_at timestamptz,
  looked_by uuid,
  check ((outcome is null) = (looked_at is null))
);
create index suspicion_place on fields.suspicion (place, found_at desc);

-- Owner's view: that a value is contested is told to everybody who is shown the value, until a right one stands there.
create view fields.pub_contest as
  select id, subject, field, at from fields.contest where state = 'open' or (state = 'accepted' and applied_at is null);
create or replace view fields.pub_value as
  select v.id, v.subject_kind, v.subject, v.field, v.place, v.value, v.entry, v.seen_on, v.at, c.id as contested
  from fields.value v
  left join fields.contest c on c.subject = v.subject and c.field = v.field
    and (c.state = 'open' or (c.state = 'accepted' and c.applied_at is null))
  where v.until_at is null;
alter table fields.value drop column contested;
