-- why: 寻亲: who is looked for, who was found, which two entries are one person
create table relief.seek (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  kind text not null check (kind in ('looking', 'found')),
  name text,
  sex text check (sex in ('female', 'male')),
  age int check (age between 0 and 130),
  description text not null,
  -- whom to tell
  contact uuid not null,
  said_at timestamptz not null,
  by_post uuid,
  state text not null default 'open' check (state in ('open', 'matched', 'withdrawn')),
  matched uuid,
  matched_post uuid,
  check ((state = 'matched') = (matched is not null))
);
create index seek_place on relief.seek (place, id);
create index seek_contact on relief.seek (contact);
create index seek_open on relief.seek (kind, place) where state = 'open';
