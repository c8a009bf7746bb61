-- why: a talk at a door in one piece: what was said, updated, passed on and promised, kept so that the household reads all of it
create sequence visits.number;

create table visits.visit (
  id uuid primary key,
  number text not null unique,
  place text collate "C" not null,
  household uuid not null,
  -- as it was called that day
  address text not null,
  post uuid,
  person uuid,
  at timestamptz not null,
  recorded_at timestamptz not null,
  outcome text not null check (outcome in ('talked', 'absent', 'declined')),
  reasons text[] not null default '{}',
  again date,
  entry uuid
);
create index visit_household on visits.visit (household, at desc, id desc);
create index visit_place on visits.visit (place, at desc, id desc);

-- Who may know of a visit: the members of the household on that day (one row without a person where nobody is known), the
-- place, the post that came, and whoever holds the slip. Everything of the visit follows these rows.
create table visits.party (
  visit uuid not null references visits.visit (id) on delete cascade,
  person uuid,
  place text collate "C" not null,
  post uuid,
  token text,
  unique nulls not distinct (visit, person)
);
create index party_person on visits.party (person, visit) where person is not null;
create index party_token on visits.party (token) where token is not null;

create table visits.note (
  id uuid primary key,
  visit uuid not null references visits.visit (id) on delete cascade,
  no int not null,
  text text,
  voice uuid,
  check (text is not null or voice is not null)
);
create index note_visit on visits.note (visit, no);

-- What became a case or a suggestion; the case itself is of the slice cases.
create table visits.passed_on (
  case_id uuid primary key,
  visit uuid not null references visits.visit (id) on delete cascade,
  note uuid references visits.note (id) on delete cascade,
  at timestamptz not null
);
create index passed_on_visit on visits.passed_on (visit);
create unique index passed_on_note on visits.passed_on (note) where note is not null;

-- Which data were updated; the values are of the slice fields.
create table visits.updated (
  visit uuid not null references visits.visit (id) on delete cascade,
  no int not null,
  kind text not null,
  subject uuid not null,
  field text not null,
  conflict boolean not null,
  primary key (visit, no)
);

create table visits.promise (
  id uuid primary key,
  visit uuid not null references visits.visit (id) on delete cascade,
  place text collate "C" not null,
  household uuid not null,
  -- whose word it is; it goes over to a successor
  post uuid not null,
  text text not null,
  due date not null,
  state text not null default 'open' check (state in ('open', 'kept', 'broken', 'confirmed')),
  reason text,
  settled_at timestamptz,
  answered_at timestamptz,
  -- the promise in whose place this one was made
  instead_of uuid references visits.promise (id),
  made_at timestamptz not null,
  -- when both sides are told next; null when nothing is due
  next_at timestamptz,
  check (state <> 'broken' or reason is not null)
);
create index promise_visit on visits.promise (visit);
create index promise_household on visits.promise (household, state);
create index promise_place on visits.promise (place, due, id);
create index promise_post on visits.promise (post, due, id);
create index promise_due on visits.promise (next_at) where next_at is not null;

create table visits.voice (
  id uuid primary key,
  visit uuid references visits.visit (id) on delete cascade,
  key text not null,
  type text not null,
  bytes int not null,
  seconds real not null,
  by_person uuid,
  at timestamptz not null
);
create index voice_loose on visits.voice (at) where visit is null;

create table visits.request (
  id uuid primary key,
  person uuid not null,
  household uuid,
  place text collate "C" not null,
  text text not null,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'visited', 'declined', 'withdrawn')),
  answer text,
  visit uuid references visits.visit (id),
  mandate uuid,
  check (state <> 'declined' or answer is not null)
);
create index request_person on visits.request (person, at desc, id desc);
create index request_open on visits.request (place) where state = 'open';

-- 代办授权
create table visits.mandate (
  id uuid primary key,
  principal uuid not null,
  proxy uuid not null,
  place text collate "C" not null,
  matters text[] not null,
  from_day date not null,
  until_day date not null,
  ended_at timestamptz,
  way text not null check (way in ('self', 'paper')),
  witness uuid,
  check (principal <> proxy),
  check (until_day > from_day and until_day <= from_day + 366),
  check ((way = 'paper') = (witness is not null))
);

-- Who may know of a mandate: both sides, and the place of the one who gave it.
create table visits.mandate_party (
  mandate uuid not null references visits.mandate (id) on delete cascade,
  person uuid not null,
  place text collate "C" not null,
  primary key (mandate, person)
);
create index mandate_party_person on visits.mandate_party (person);

create table visits.mandate_use (
  id uuid primary key,
  mandate uuid not null references visits.mandate (id) on delete cascade,
  at timestamptz not null,
  matter text not null,
  what text not null,
  subject uuid
);
create index mandate_use_mandate on visits.mandate_use (mandate, at desc);

-- Owner's views: for a proxy, after the mandate was checked and the use of it was written down.
create view visits.pub_party as select visit, person, place, post, token from visits.party;
create view visits.pub_visit as select * from visits.visit;
create view visits.pub_note as select * from visits.note;
create view visits.pub_passed_on as select * from visits.passed_on;
create view visits.pub_updated as select * from visits.updated;
create view visits.pub_promise as select * from visits.promise;
create view visits.pub_voice as select * from visits.voice;
