-- why: 周二无会日 as data: protected days, their exceptions, meetings that keep clear of them, teams that go down, problems they find
create table visits.field_day (
  id uuid primary key,
  place text collate "C" not null,
  weekday int not null check (weekday between 1 and 7),
  from_day date not null,
  until_day date,
  rule text not null,
  by_post uuid,
  check (until_day is null or until_day > from_day)
);
create index field_day_place on visits.field_day (place);

create table visits.day_exception (
  field_day uuid not null references visits.field_day (id),
  place text collate "C" not null,
  day date not null,
  reason text not null,
  by_post uuid,
  at timestamptz not null,
  primary key (field_day, place, day)
);

create table visits.meeting (
  id uuid primary key,
  title text not null,
  day date not null,
  starts text not null,
  ends text not null,
  location text not null,
  place text collate "C" not null,
  post uuid not null,
  called_at timestamptz not null,
  cancelled_at timestamptz,
  check (ends > starts)
);
create table visits.invited (
  meeting uuid not null references visits.meeting (id) on delete cascade,
  post uuid not null,
  coming boolean,
  primary key (meeting, post)
);
create index invited_post on visits.invited (post);

create table visits.outing (
  id uuid primary key,
  day date not null,
  village text collate "C" not null,
  about text not null default '',
  by_post uuid,
  cancelled_at timestamptz,
  reason text,
  check ((cancelled_at is null) = (reason is null))
);
create index outing_village on visits.outing (village, day);
create index outing_day on visits.outing (day, village);
create table visits.outing_post (
  outing uuid not null references visits.outing (id) on delete cascade,
  post uuid not null,
  primary key (outing, post)
);

create table visits.problem (
  id uuid primary key,
  outing uuid references visits.outing (id),
  place text collate "C" not null,
  text text not null,
  found_post uuid,
  found_at timestamptz not null,
  owner uuid not null,
  due date not null,
  answer text,
  answered_at timestamptz,
  state text not null default 'open' check (state in ('open', 'answered', 'accepted')),
  -- why an answer was given back
  reason text,
  check ((state = 'open') or answer is not null)
);
create index problem_place on visits.problem (place, found_at desc, id desc);
create index problem_owner on visits.problem (owner) where state = 'open';
