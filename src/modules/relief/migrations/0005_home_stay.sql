-- why: 居家: who stays at home until when, who helps, what was asked for and what was brought
create table relief.stay (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  person uuid not null,
  address text,
  basis text not null,
  helper uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  ended_at timestamptz,
  why_ended text,
  check ((ended_at is null) = (why_ended is null))
);
create index stay_place on relief.stay (place, id);
create index stay_helper on relief.stay (helper);
create unique index stay_once on relief.stay (person) where ended_at is null;

create table relief.need (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  stay uuid not null references relief.stay on delete cascade,
  kind text not null,
  text text not null,
  asked_at timestamptz not null,
  asked_post uuid,
  brought_at timestamptz,
  brought_post uuid,
  note text not null default ''
);
create index need_stay on relief.need (stay, asked_at);
