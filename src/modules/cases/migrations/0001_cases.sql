-- why: cases with their append-only steps, files, figures kept in the same transaction, and an index for Chinese text
create table cases.case (
  id uuid not null,
  -- nine digits of the township where the fact was first recorded; never changes, so rows can be spread by it
  town text collate "C" not null,
  number text not null,
  token text,
  kind text not null,
  class text not null,
  duty_version int not null,
  title text not null,
  description text not null,
  address text,
  channel text not null,
  confirmable boolean not null,
  urgent boolean not null,
  restricted boolean not null,
  reporter uuid,
  reporter_name text,
  place text collate "C" not null,
  county text collate "C" generated always as (left(place, 6)) stored,
  township text collate "C" generated always as (left(place, 9)) stored,
  inside_grid boolean not null,
  lon double precision,
  lat double precision,
  accuracy_m double precision,
  crs text not null default 'wgs84',
  -- the folded course; clocks are meters in seconds
  state text not null,
  level text not null,
  desk text collate "C" not null,
  organ uuid,
  assignee uuid,
  handler uuid,
  steps int not null,
  late boolean not null,
  reopened int not null,
  bounced int not null,
  pauses int not null,
  clocks jsonb not null,
  warned text[] not null default '{}',
  overdue text[] not null default '{}',
  paused_until timestamptz,
  promised_at timestamptz,
  window_ends_at timestamptz,
  public_answer text,
  merged_into uuid,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  calendar text not null,
  -- an index of what falls due, not a fact: when something has to happen next, and when the running limit ends
  next_at timestamptz,
  due_at timestamptz,
  primary key (id, town),
  check ((lon is null) = (lat is null))
);
create unique index case_number on cases.case (number, town);
create index case_newest on cases.case (received_at desc, id desc);
create index case_county on cases.case (county, received_at desc, id desc);
create index case_township on cases.case (township, received_at desc, id desc);
create index case_place on cases.case (place, received_at desc);
create index case_open on cases.case (county, received_at desc, id desc) where closed_at is null;
create index case_open_place on cases.case (place) where closed_at is null;
create index case_organ on cases.case (organ) where organ is not null and closed_at is null;
create index case_assignee on cases.case (assignee) where assignee is not null and closed_at is null;
create index case_late on cases.case (place) where late and closed_at is null;
create index case_closed on cases.case (closed_at) where closed_at is not null;
create index case_next on cases.case (next_at) where next_at is not null;
create index case_reporter on cases.case (reporter, received_at desc) where reporter is not null;

create table cases.step (
  case_id uuid not null,
  town text collate "C" not null,
  no int not null,
  at timestamptz not null,
  action text not null,
  state text not null,
  level text not null,
  desk text collate "C" not null,
  organ uuid,
  assignee uuid,
  by_post uuid,
  by_person uuid,
  by_organ uuid,
  reason text,
  note text,
  answer text,
  facts jsonb not null default '{}',
  primary key (case_id, no, town)
);

create table cases.file (
  id uuid primary key,
  case_id uuid,
  town text collate "C",
  step int,
  key text not null,
  thumb_key text not null,
  width int not null,
  height int not null,
  bytes int not null,
  by_person uuid,
  public boolean not null default false,
  lon double precision,
  lat double precision,
  at timestamptz not null
);
create index file_case on cases.file (case_id) where case_id is not null;
create index file_loose on cases.file (at) where case_id is null;

create table cases.words (
  case_id uuid not null,
  town text collate "C" not null,
  place text collate "C" not null,
  organ uuid,
  grams text[] not null,
  body text not null,
  primary key (case_id, town)
);
create index words_grams on cases.words using gin (grams);

create table cases.tally (
  village text collate "C" not null,
  class text not null,
  received int not null default 0,
  open int not null default 0,
  waiting int not null default 0,
  handling int not null default 0,
  verifying int not null default 0,
  confirming int not null default 0,
  paused int not null default 0,
  late int not null default 0,
  reopened int not null default 0,
  bounced int not null default 0,
  confirmed int not null default 0,
  silent int not null default 0,
  claimed int not null default 0,
  ended int not null default 0,
  closed_late int not null default 0,
  closed_grid int not null default 0,
  closed_village int not null default 0,
  closed_township int not null default 0,
  closed_county int not null default 0,
  closed_city int not null default 0,
  primary key (village, class)
);
create table cases.tally_day (
  day date not null,
  village text collate "C" not null,
  received int not null default 0,
  closed int not null default 0,
  primary key (day, village)
);

create sequence cases.number_block;

-- Figures are written through this function, since a reporter or a grid worker changes the counters of a village without
-- being allowed to see them. `d` holds the differences in the order of the columns.
create function cases.bump(v text, c text, d int[], on_day date, got int, shut int) returns void
language sql security definer set search_path = '' as $$
  insert into cases.tally as t (village, class, received, open, waiting, handling, verifying, confirming, paused, late, reopened, bounced, confirmed, silent, claimed, ended, closed_late, closed_grid, closed_village, closed_township, closed_county, closed_city)
  values (v, c, d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13], d[14], d[15], d[16], d[17], d[18], d[19], d[20])
  on conflict (village, class) do update set
    received = t.received + excluded.received,
    open = t.open + excluded.open,
    waiting = t.waiting + excluded.waiting,
    handling = t.handling + excluded.handling,
    verifying = t.verifying + excluded.verifying,
    confirming = t.confirming + excluded.confirming,
    paused = t.paused + excluded.paused,
    late = t.late + excluded.late,
    reopened = t.reopened + excluded.reopened,
    bounced = t.bounced + excluded.bounced,
    confirmed = t.confirmed + excluded.confirmed,
    silent = t.silent + excluded.silent,
    claimed = t.claimed + excluded.claimed,
    ended = t.ended + excluded.ended,
    closed_late = t.closed_late + excluded.closed_late,
    closed_grid = t.closed_grid + excluded.closed_grid,
    closed_village = t.closed_village + excluded.closed_village,
    closed_township = t.closed_township + excluded.closed_township,
    closed_county = t.closed_county + excluded.closed_county,
    closed_city = t.closed_city + excluded.closed_city;
  insert into cases.tally_day as t (day, village, received, closed)
  select on_day, v, got, shut where got <> 0 or shut <> 0
  on conflict (day, village) do update set received = t.received + excluded.received, closed = t.closed + excluded.closed;
$$;

-- The recount: what the counters must equal, computed from the rows themselves.
create view cases.pub_recount with (security_invoker = true) as
select left(place, 12) as village, class,
  count(*) filter (where true)::int as received,
  count(*) filter (where closed_at is null)::int as open,
  count(*) filter (where state in ('received', 'assigned'))::int as waiting,
  count(*) filter (where state = 'handling')::int as handling,
  count(*) filter (where state = 'verifying')::int as verifying,
  count(*) filter (where state = 'confirming')::int as confirming,
  count(*) filter (where state = 'paused')::int as paused,
  count(*) filter (where closed_at is null and late)::int as late,
  count(*) filter (where reopened > 0)::int as reopened,
  count(*) filter (where bounced > 0)::int as bounced,
  count(*) filter (where state = 'confirmed')::int as confirmed,
  count(*) filter (where state = 'silent')::int as silent,
  count(*) filter (where state = 'claimed')::int as claimed,
  count(*) filter (where state in ('withdrawn', 'declined', 'merged'))::int as ended,
  count(*) filter (where state in ('confirmed', 'silent', 'claimed') and late)::int as closed_late,
  count(*) filter (where state in ('confirmed', 'silent', 'claimed') and level in ('grid', 'microgrid'))::int as closed_grid,
  count(*) filter (where state in ('confirmed', 'silent', 'claimed') and level in ('village'))::int as closed_village,
  count(*) filter (where state in ('confirmed', 'silent', 'claimed') and level in ('township'))::int as closed_township,
  count(*) filter (where state in ('confirmed', 'silent', 'claimed') and level in ('county'))::int as closed_county,
  count(*) filter (where state in ('confirmed', 'silent', 'claimed') and level in ('city'))::int as closed_city
from cases.case group by 1, 2;

-- Operators on arrays are not leakproof, so under row-level security their index would not be used; this function carries the
-- caller's own range instead.
create function cases.find(needle text, wanted text[], most int) returns table (id uuid, received_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select c.id, c.received_at from cases.words w join cases.case c on c.id = w.case_id and c.town = w.town
  where w.grams @> wanted and position(needle in w.body) > 0
    and c.place >= current_setting('app.lo', true) and c.place < current_setting('app.hi', true)
    and (current_setting('app.organ', true) = '' or c.organ::text = current_setting('app.organ', true))
  order by c.received_at desc limit most
$$;
