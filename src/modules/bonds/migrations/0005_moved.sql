-- why: a household moves and stays the same one: who still answers at the new place goes along, others end; taken back when the move is
create table bonds.moved (
  id uuid primary key,
  household uuid not null,
  day date not null,
  -- as they were before: [{ id, place, until, opened }], `opened` the bond by which it goes on at the new place
  was jsonb not null,
  at timestamptz not null,
  undone_at timestamptz
);
create index moved_household on bonds.moved (household, at desc);
