-- why: the duty list is data in versions with effective dates, so that a case can name the entry it was received under
create table duties.class (
  code text primary key check (code ~ '^\d{2}$'),
  zh text not null,
  en text
);
create table duties.line (
  key text primary key,
  rank int not null,
  kind text not null check (kind in ('department', 'duty_holder')),
  zh text not null,
  en text
);
create table duties.kind (
  code text primary key check (code ~ '^\d{2}-\d{2}$'),
  class text not null references duties.class (code),
  zh text not null,
  en text,
  restricted boolean not null,
  -- codes of the same matter elsewhere: GB/T 30428, 12345, Open311
  mappings jsonb not null default '{}'
);
-- only ever added to: a correction is a new version
create table duties.version (
  code text not null references duties.kind (code),
  version int not null check (version > 0),
  from_day date not null,
  lead_level text not null,
  start_level text not null,
  stop_level text not null,
  line text not null references duties.line (key),
  helpers text[] not null,
  synonyms text[] not null,
  accept_hours double precision not null check (accept_hours > 0),
  handle_hours double precision not null check (handle_hours > 0),
  verify_hours double precision not null check (verify_hours > 0),
  urgent boolean not null,
  evidence text not null,
  legal_basis text,
  reason text not null,
  by_post uuid,
  by_title text,
  at timestamptz not null,
  primary key (code, version)
);
