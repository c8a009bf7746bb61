-- why: a table of a test that takes rows only under a live hold
create table reliefs.help (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  text text not null
);
