-- why: who may keep a look from the person for a while, who saw beyond his reach, and which registers outside tell us of theirs
create table consents.delay (
  id uuid primary key,
  person uuid not null,
  -- whose looks: of this organ, or of whoever acts at this place without one
  organ uuid,
  place text collate "C" not null,
  article text not null,
  reason text not null,
  asked_by uuid not null,
  asked_post uuid not null,
  asked_at timestamptz not null,
  -- of the first one where this prolongs another
  since timestamptz not null,
  appears_at timestamptz not null,
  decided_by uuid,
  decided_post uuid,
  decided_at timestamptz,
  approved boolean,
  ended_at timestamptz,
  told_at timestamptz,
  -- it appears by itself: half a year for each decision, a year for all of them together
  check (appears_at > asked_at and appears_at <= asked_at + interval '181 days' and appears_at <= since + interval '366 days' and since <= asked_at),
  -- a second person decides
  check ((decided_at is null) = (approved is null) and (decided_at is null) = (decided_by is null)),
  check (decided_by <> asked_by)
);
create index delay_person on consents.delay (person);
create index delay_place on consents.delay (place, asked_at desc);
create index delay_due on consents.delay (appears_at) where approved and told_at is null;

create table consents.glass (
  id uuid primary key,
  person uuid not null,
  by_person uuid not null,
  by_post uuid not null,
  organ uuid,
  place text collate "C" not null,
  reason text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  told_at timestamptz,
  check (ends_at > opened_at and ends_at <= opened_at + interval '3 hours'),
  check (closed_at >= opened_at)
);
create index glass_place on consents.glass (place, opened_at desc);
create index glass_by on consents.glass (by_person, ends_at desc);
create index glass_person on consents.glass (person, opened_at desc);

create table consents.outside_system (
  id uuid primary key,
  code text not null unique,
  name_zh text not null,
  name_en text,
  -- the hash; the token itself is shown once and kept by nobody here
  token bytea not null unique,
  may text[] not null,
  per_minute int not null check (per_minute between 1 and 6000),
  made_by uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  check (ends_at > made_at and ends_at <= made_at + interval '366 days')
);

create table consents.outside_look (
  id uuid primary key,
  system uuid not null references consents.outside_system (id),
  -- of the system's own giving, so that telling twice is telling once
  ref text not null,
  person uuid not null,
  at timestamptz not null,
  action text not null,
  receiver_code text not null,
  receiver_name text,
  said_at timestamptz not null,
  unique (system, ref)
);
create index outside_look_person on consents.outside_look (person, at desc, id);
create index outside_look_said on consents.outside_look (said_at);

-- What the person's own page needs of rows that are the office's: which looks are not to be shown yet, or were withheld and under
-- which article; who broke the glass and why. The page asks for its own person only.
create view consents.pub_withheld as
  select person, organ, place, article, decided_at as since, appears_at, least(appears_at, coalesce(ended_at, 'infinity')) as until
  from consents.delay where approved;
create view consents.pub_glass as select id, person, by_person, reason, opened_at, ends_at, closed_at from consents.glass;
create view consents.pub_outside as select id, code, name_zh, name_en from consents.outside_system;
