-- why: 通行证: who may pass the checkpoints, why and until when; each passing is a row and a look on record
create table relief.pass (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  code text not null unique,
  -- of the code: whoever holds it up at a checkpoint opens this row
  token text not null,
  person uuid,
  plate text,
  reason text not null,
  why text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  by_post uuid,
  ended_at timestamptz,
  why_ended text,
  check (person is not null or plate is not null),
  check ((ended_at is null) = (why_ended is null))
);
create index pass_place on relief.pass (place, id);
create index pass_token on relief.pass (token);
create index pass_person on relief.pass (person) where person is not null;

create table relief.crossing (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  pass uuid not null,
  person uuid,
  way text not null check (way in ('in', 'out')),
  at timestamptz not null,
  by_post uuid
);
create index crossing_person on relief.crossing (person, at desc) where person is not null;
create index crossing_pass on relief.crossing (pass, at desc);

-- Who was seen coming in, and where to: a list of people may name them though nobody knows a home of theirs here.
create view relief.pub_arrival as
  select c.person, p.place, c.at from relief.crossing c join relief.pass p on p.id = c.pass where c.way = 'in' and c.person is not null;
