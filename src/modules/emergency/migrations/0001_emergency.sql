-- why: an emergency as a legal object: who decided what by which law, what it changed, and what its end left behind
create table emergency.playbook (
  code text not null,
  version int not null check (version > 0),
  kind text not null,
  body jsonb not null,
  from_day date not null,
  reason text not null,
  shipped boolean not null default false,
  by_post uuid,
  at timestamptz not null,
  primary key (code, version)
);

create table emergency.activation (
  id uuid primary key,
  number text not null unique,
  playbook text not null,
  version int not null,
  kind text not null,
  level text not null check (level in ('I', 'II', 'III', 'IV')),
  -- the node above every place of the area: who reaches it commands
  place text collate "C" not null,
  area text[] not null check (cardinality(area) > 0),
  drill boolean not null,
  state text not null check (state in ('proposed', 'active', 'ending', 'settling', 'destroying', 'closed', 'dropped')),
  legal_basis text not null,
  reason text not null,
  issuer text not null default '',
  issuer_organ uuid,
  chief uuid,
  since timestamptz,
  ends_at timestamptz,
  review_at timestamptz,
  reviews_late int not null default 0,
  filing_due date,
  filing_number text,
  filed_on date,
  ended_at timestamptz,
  why_ended text check (why_ended in ('declared', 'expired')),
  -- where the ending stands; null before it and after it
  step text,
  step_at int not null default 0,
  destroy_at timestamptz,
  certificate uuid,
  -- what the house has reminded of, each with the instant that was due
  reminded text[] not null default '{}',
  at timestamptz not null,
  foreign key (playbook, version) references emergency.playbook (code, version),
  -- no power without an end
  check (state in ('proposed', 'dropped') or (since is not null and ends_at is not null and review_at is not null)),
  check ((state in ('ending', 'settling', 'destroying', 'closed')) = (ended_at is not null)),
  check ((ended_at is null) = (why_ended is null))
);
create index activation_newest on emergency.activation (at desc, id desc);
create index activation_live on emergency.activation (ends_at) where state = 'active';
create index activation_going on emergency.activation (id) where state in ('ending', 'settling', 'destroying');

create table emergency.decision (
  id uuid primary key,
  activation uuid not null references emergency.activation (id),
  place text collate "C" not null,
  kind text not null check (kind in ('activate', 'extend', 'upgrade', 'downgrade', 'end', 'lapse')),
  level text not null,
  state text not null check (state in ('proposed', 'confirmed', 'dropped')),
  hours int check (hours between 1 and 720),
  review_hours int,
  legal_basis text not null,
  reason text not null,
  proposed_by uuid,
  proposed_post uuid,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_post uuid,
  confirmed_at timestamptz,
  ends_at timestamptz,
  why_dropped text,
  told jsonb not null default '[]',
  effects jsonb,
  -- two persons; to give powers back one is enough
  check (kind in ('end', 'lapse') or confirmed_by is null or confirmed_by <> proposed_by),
  check (kind in ('end', 'lapse') or (state = 'confirmed') = (confirmed_by is not null)),
  -- whatever is decided lasts at most thirty days
  check (ends_at is null or ends_at <= confirmed_at + interval '30 days')
);
create index decision_of on emergency.decision (activation, proposed_at);
-- one proposal at a time
create unique index decision_open on emergency.decision (activation) where state = 'proposed';

-- which posts and bonds were raised by which decision; the posts and bonds themselves stand in their slices
create table emergency.raised (
  id uuid primary key,
  activation uuid not null references emergency.activation (id),
  decision uuid not null references emergency.decision (id),
  place text collate "C" not null,
  sort text not null check (sort in ('post', 'bond')),
  -- of a post its title, of a bond its kind
  name text not null,
  team jsonb,
  role text,
  at timestamptz not null
);
create index raised_of on emergency.raised (activation, sort, place);

create table emergency.entry (
  id uuid primary key,
  activation uuid not null references emergency.activation (id),
  place text collate "C" not null,
  sort text not null check (sort in ('note', 'review', 'filing', 'report', 'step')),
  key text not null default '',
  text text not null,
  by_person uuid,
  at timestamptz not null
);
create index entry_of on emergency.entry (activation, at desc, id desc);

create table emergency.report (
  activation uuid not null references emergency.activation (id),
  place text collate "C" not null,
  no int not null check (no > 0),
  state text not null check (state in ('told', 'approved', 'returned')),
  own jsonb not null,
  -- fixed as it is approved: the node's own and the sums of its children
  figures jsonb,
  remark text not null default '',
  told_at timestamptz,
  told_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  late boolean not null default false,
  why_returned text,
  without jsonb not null default '[]',
  primary key (activation, no, place),
  check ((state = 'approved') = (figures is not null))
);

create table emergency.kept (
  id uuid primary key,
  activation uuid not null references emergency.activation (id),
  place text collate "C" not null,
  data_set text not null,
  item uuid not null,
  ground text not null check (ground in ('evidence', 'investigation')),
  legality text not null,
  necessity text not null,
  safety text not null,
  until_day date not null,
  by_person uuid,
  at timestamptz not null,
  released_at timestamptz,
  why_released text,
  destroyed_at timestamptz
);
create unique index kept_once on emergency.kept (data_set, item) where released_at is null;
create index kept_of on emergency.kept (activation, at, id);
create index kept_due on emergency.kept (until_day) where destroyed_at is null and released_at is null;

-- one line a data set, written as it is destroyed
create table emergency.destroyed (
  activation uuid not null references emergency.activation (id),
  place text collate "C" not null,
  data_set text not null,
  rows int not null,
  kept int not null,
  hash text not null,
  at timestamptz not null,
  primary key (activation, data_set)
);

create table emergency.certificate (
  id uuid primary key,
  activation uuid not null unique references emergency.activation (id),
  place text collate "C" not null,
  -- what is certified, and the SHA-256 of this very text
  body text not null,
  digest text not null,
  at timestamptz not null,
  witness_organ uuid,
  witness_name text,
  witness_by uuid,
  witness_holds boolean,
  witness_note text,
  witnessed_at timestamptz
);

create table emergency.after_action (
  activation uuid primary key references emergency.activation (id),
  place text collate "C" not null,
  body jsonb not null,
  at timestamptz not null
);

-- Owner's views, past row-level security: what is in force is public by law, and whoever reports below the node reads it.
create view emergency.pub_activation as select * from emergency.activation;
create view emergency.pub_certificate as select * from emergency.certificate;
-- A node's sum is made of what its children fixed, and the one who fills in a grid reads whether the village has approved.
create view emergency.pub_report as
  select activation, place, no, state, late, approved_at from emergency.report;
