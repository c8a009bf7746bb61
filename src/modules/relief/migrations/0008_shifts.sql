-- why: 值守班次: who stands at a checkpoint or in a shelter, from when to when; volunteers and members who reported in claim the seats
create table relief.shift (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  title text not null,
  spot text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  seats int not null check (seats > 0),
  by_post uuid,
  cancelled_at timestamptz
);
create index shift_place on relief.shift (place, starts_at);

create table relief.seat (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  shift uuid not null references relief.shift on delete cascade,
  person uuid not null,
  organ uuid,
  claimed_at timestamptz not null,
  left_at timestamptz,
  why_left text,
  check ((left_at is null) = (why_left is null))
);
create unique index seat_once on relief.seat (shift, person) where left_at is null;
create index seat_person on relief.seat (person);

-- Shifts are open to everybody who may take one; who stands there is not in it.
create view relief.pub_shift as
  select s.id, s.place, s.title, s.spot, s.starts_at, s.ends_at, s.seats, s.cancelled_at,
    (select count(*)::int from relief.seat c where c.shift = s.id and c.left_at is null) as taken
  from relief.shift s;
