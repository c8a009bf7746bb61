-- why: who can sign in and who has: credentials, second factors, sessions, one-time codes, and how often it was tried
create table signin.credential (
  person uuid primary key,
  -- absent: signs in with the phone number
  login text collate "C" unique check (login = lower(login)),
  password_hash text not null check (password_hash like '$argon2id$%'),
  changed_at timestamptz not null
);

create table signin.second_factor (
  person uuid primary key,
  secret bytea not null check (length(secret) >= 20),
  started_at timestamptz not null,
  -- absent while it is being switched on
  confirmed_at timestamptz,
  -- the newest 30-second step that was used; a code of it or of an earlier one is a replay
  last_step bigint not null default 0
);

create table signin.session (
  id uuid primary key,
  -- SHA-256 of the token in the cookie: who reads this table cannot sign in with what it says
  token_hash bytea not null unique check (length(token_hash) = 32),
  person uuid not null,
  kind text not null check (kind in ('staff', 'resident')),
  way text not null check (way in ('password', 'code', 'oidc')),
  -- the post acted in; residents have none
  post uuid check (post is null or kind = 'staff'),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  idle_ends_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > started_at),
  ended_at timestamptz,
  agent text not null,
  address text not null
);
create index session_person on signin.session (person, started_at desc);
create index session_ends on signin.session (ends_at);

create table signin.code (
  id uuid primary key,
  phone text collate "C" not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null check (ends_at <= asked_at + interval '10 minutes'),
  -- argon2id; absent until the code was made and sent
  hash text check (hash like '$argon2id$%'),
  tries int not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index code_phone on signin.code (phone, asked_at desc);
create index code_ends on signin.code (ends_at);

-- how often something was tried within a while; what was tried is a SHA-256, so no login or address stands here
create table signin.attempt (
  bucket text collate "C" primary key,
  tries int not null,
  ends_at timestamptz not null
);
create index attempt_ends on signin.attempt (ends_at);
