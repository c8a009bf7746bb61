-- why: 求助热线: who called, what is needed where, and what became of it
create table relief.call (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  person uuid not null,
  text text not null,
  address text,
  urgent boolean not null,
  taken_at timestamptz not null,
  by_post uuid,
  became text check (became in ('case', 'evacuation', 'need', 'told')),
  -- the case, the list, the need
  subject uuid,
  answer text,
  answered_at timestamptz,
  answered_post uuid,
  check ((became is null) = (answered_at is null)),
  check ((became is null) = (answer is null))
);
create index call_place on relief.call (place, id);
create index call_person on relief.call (person);
