-- why: posts, the only source of authority: a person's role at a place or organ, from a day until a day
create table posts.post (
  id uuid primary key,
  person uuid not null,
  role text not null,
  title text not null,
  place text collate "C" not null,
  organ uuid,
  held daterange not null check (not isempty(held) and not lower_inf(held)),
  -- ended on or before its first day: held on no day, yet what was done under it names it
  withdrawn boolean not null default false,
  appointed_by uuid,
  ended_by uuid,
  why_ended text,
  -- 三员分立 (GB/T 22239, level 3): nobody holds two of the three administrator roles on any day
  constraint separate_administrators exclude using gist (person with =, role with <>, held with &&)
    where (role in ('system_admin', 'security_admin', 'auditor') and not withdrawn)
);
create index post_place on posts.post (place, id);
create index post_person on posts.post (person);
create index post_organ on posts.post (organ) where organ is not null;

-- Hand-overs; told to other slices on the day they take effect.
create table posts.hand_over (
  was uuid primary key references posts.post (id),
  became uuid not null references posts.post (id),
  place text collate "C" not null,
  day date not null,
  note text not null,
  decided_by uuid,
  at timestamptz not null,
  told_at timestamptz
);
create index hand_over_due on posts.hand_over (day) where told_at is null;

-- Owner's view, past row-level security: names and duties of staff are public to staff.
create view posts.pub_post as
  select id, person, role, title, place, organ, lower(held) as from_day,
    case when withdrawn then lower(held) else upper(held) end as to_day
  from posts.post;
