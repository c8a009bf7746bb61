-- why: each datum once, with its source and day; forms are views over them; what they cost is counted
create table fields.definition (
  key text not null,
  version int not null,
  subject text not null check (subject in ('person', 'household', 'dwelling', 'organ', 'place')),
  name_zh text not null,
  name_en text,
  grouped text not null,
  type text not null check (type in ('text', 'number', 'count', 'money', 'day', 'choice', 'choices', 'yesno')),
  choices jsonb not null,
  unit jsonb,
  source text not null,
  fresh_days int check (fresh_days > 0),
  sensitivity text not null check (sensitivity in ('S0', 'S1', 'S2', 'S3')),
  purposes text[] not null check (cardinality(purposes) > 0),
  readers text[] not null check (cardinality(readers) > 0),
  law text not null,
  from_day date not null,
  until_day date,
  at timestamptz not null,
  primary key (key, version),
  check (until_day >= from_day)
);

-- Append-only. A change closes the row and adds one; "still so" moves seen_on and adds a confirmation.
create table fields.value (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('person', 'household', 'dwelling', 'organ', 'place')),
  subject uuid not null,
  field text not null,
  place text collate "C" not null,
  value jsonb not null,
  entry uuid not null,
  -- the last day on which somebody said that it is so; freshness counts from here
  seen_on date not null,
  at timestamptz not null,
  until_at timestamptz,
  -- set while it is contested, by whoever decides contests
  contested uuid
);
create unique index value_current on fields.value (subject, field) where until_at is null;
create index value_past on fields.value (subject, field, at) where until_at is not null;
create index value_place on fields.value (place, field) where until_at is null;

create table fields.confirmation (
  id uuid primary key,
  value uuid not null references fields.value (id),
  entry uuid not null,
  day date not null,
  at timestamptz not null
);
create index confirmation_value on fields.confirmation (value, at);

-- An answer that contradicts the present value, which its author had not seen: kept until a person decides.
create table fields.branch (
  id uuid primary key,
  subject_kind text not null,
  subject uuid not null,
  field text not null,
  place text collate "C" not null,
  value jsonb not null,
  entry uuid not null,
  seen_on date not null,
  base uuid,
  -- null where the present value is kept by people or homes
  against uuid,
  at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  take text check (take in ('theirs', 'ours')),
  reason text,
  check ((decided_at is null) = (take is null))
);
create index branch_open on fields.branch (place, at) where decided_at is null;
create index branch_subject on fields.branch (subject, field);

create table fields.form (
  id uuid primary key,
  organ uuid not null,
  name_zh text not null,
  name_en text,
  subject text not null,
  area text collate "C" not null,
  purpose text not null,
  reason text not null,
  within_days int check (within_days > 0),
  layout jsonb not null,
  fields text[] not null,
  state text not null check (state in ('draft', 'open', 'ended')),
  made_at timestamptz not null,
  made_by uuid,
  published_at timestamptz,
  until_day date,
  ended_reason text,
  -- what was asked, held and fresh when it was opened
  weight jsonb
);
create index form_open on fields.form (area) where state = 'open';
create index form_organ on fields.form (organ, made_at);

-- One row per act of answering and form that caused it: what was typed and what was tapped. Appended, so nobody waits for a counter.
create table fields.effort (
  entry uuid not null,
  form uuid not null,
  day date not null,
  typed int not null,
  confirmed int not null,
  primary key (entry, form)
);
create index effort_form on fields.effort (form, day);

-- Owner's view: past row-level security, for slices that show a value under a purpose that the road records.
create view fields.pub_value as
  select id, subject_kind, subject, field, place, value, entry, seen_on, at, contested from fields.value where until_at is null;
