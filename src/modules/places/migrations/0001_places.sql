-- why: the tree 市-县-乡-村-格, dated: a place lives until another succeeds it, and facts keep the place they were recorded at
create table places.place (
  id uuid primary key,
  code text collate "C" not null check (code ~ '^\d{4}(\d{2}(\d{3}(\d{3}(\d{3}(\d{2})?)?)?)?)?$'),
  level text not null check (level in ('city', 'county', 'township', 'village', 'grid', 'microgrid')),
  parent text collate "C",
  kind text not null,
  lon double precision,
  lat double precision,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  -- a subtree is a prefix range of codes, so a parent that is no prefix would lie outside its own subtree
  check ((parent is null) = (level = 'city') and (parent is null or (starts_with(code, parent) and code > parent))),
  -- on any day a code means one place
  constraint one_live_place exclude using gist (code with =, valid with &&)
);
create index place_code on places.place (code);

-- A renaming is another row; the place stays the same one.
create table places.naming (
  place uuid not null references places.place (id),
  name text not null,
  initials text not null,
  reading text not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  constraint one_name exclude using gist (place with =, valid with &&)
);
create index naming_place on places.naming (place);

-- Decisions that changed the tree, for its history.
create table places.change (
  id uuid primary key,
  kind text not null check (kind in ('merge', 'split', 'rename')),
  under text collate "C" not null,
  day date not null,
  reason text not null,
  was text[] not null,
  became text[] not null,
  decided_by uuid,
  at timestamptz not null
);
create index change_under on places.change (under, id);

-- Who came after whom; `rank` 0 is the first successor, which answers for the whole of the old place until borders are drawn anew.
create table places.succession (
  change uuid not null references places.change (id),
  was uuid not null references places.place (id),
  became uuid not null references places.place (id),
  rank int not null,
  primary key (was, became)
);
create index succession_became on places.succession (became);

-- One row for each name a place had; days from `valid_from` up to, not including, `valid_to`.
create view places.pub_place as
  select p.code, n.name, p.level, p.parent, p.kind, lower(p.valid * n.valid) as valid_from, upper(p.valid * n.valid) as valid_to
  from places.place p join places.naming n on n.place = p.id;

-- What a place that ended became, by code.
create view places.pub_succession as
  select was.code as was, became.code as became, s.rank, c.day, c.kind
  from places.succession s join places.change c on c.id = s.change
    join places.place was on was.id = s.was join places.place became on became.id = s.became;
