-- why: 征用: what was taken from whom under which receipt, whether it came back, what is owed and paid. Taken only under a hold; a
-- ledger by law (突发事件应对法 12, 76), so it is returned and paid for in peace too and is not destroyed with the holds
create sequence relief.receipt;
create table relief.item (
  id uuid primary key,
  -- under which it was taken
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  number text not null unique,
  item text not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  worth int not null check (worth >= 0),
  condition text not null,
  purpose text not null,
  basis text not null,
  owner_person uuid,
  owner_organ uuid,
  taken_at timestamptz not null,
  taken_by uuid,
  -- the department or command that took it
  taken_organ uuid,
  returned_at timestamptz,
  back text check (back in ('whole', 'damaged', 'lost', 'used_up')),
  note text not null default '',
  owed int not null default 0 check (owed >= 0),
  paid int not null default 0 check (paid >= 0 and paid <= owed),
  paid_at timestamptz,
  check ((owner_person is null) <> (owner_organ is null)),
  check ((returned_at is null) = (back is null)),
  check (returned_at is not null or owed = 0)
);
create index item_place on relief.item (place, id);
create index item_owner on relief.item (owner_person) where owner_person is not null;
