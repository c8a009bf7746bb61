-- why: phones that work without a network: which there are, and what they sent that has to wait for something
create table sync.device (
  id uuid primary key,
  -- made by the phone; two people who share a phone have a row each
  device uuid not null,
  person uuid not null,
  post uuid,
  place text collate "C" not null,
  name text not null,
  agent text not null,
  -- SHA-256 of the phone's token: by it a phone without a session learns that it is to be emptied
  token text collate "C" not null check (length(token) = 64),
  -- half of the key of the phone's store, worth nothing without the phone; gone as soon as it is to be emptied
  secret bytea check (length(secret) = 32),
  session uuid,
  registered_at timestamptz not null,
  seen_at timestamptz not null,
  wipe_asked_at timestamptz,
  wipe_asked_by uuid,
  wipe_reason text,
  wiped_at timestamptz,
  unique (device, person),
  check (wipe_asked_at is null or secret is null)
);
create index device_person on sync.device (person, seen_at desc);
create index device_place on sync.device (place, seen_at desc);

create table sync.parcel (
  person uuid not null,
  -- key of the command
  key uuid not null,
  device uuid not null,
  post uuid not null,
  place text collate "C" not null,
  thing text,
  after uuid,
  command text not null,
  title text not null,
  -- absent once it was done or given up
  input jsonb,
  state text not null check (state in ('done', 'held', 'refused', 'stranded', 'free', 'dropped')),
  why text,
  code text,
  detail jsonb not null default '{}',
  -- what the phone said its clock was when it was made, and how far that clock was from ours when it was sent
  claimed_at timestamptz not null,
  skew_ms bigint not null,
  received_at timestamptz not null,
  expires_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  primary key (person, key),
  check (state in ('done', 'dropped') = (input is null)),
  check (state <> 'dropped' or (decided_by is not null and reason is not null))
);
create index parcel_behind on sync.parcel (person, after) where state in ('held', 'free');
create index parcel_expires on sync.parcel (expires_at) where state = 'held';
create index parcel_waiting on sync.parcel (place, received_at) where state in ('held', 'refused', 'stranded', 'free');
create index parcel_received on sync.parcel (received_at);
