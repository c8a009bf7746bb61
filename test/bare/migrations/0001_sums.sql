-- why: something to change and to see, for tests of the kernel alone
create table sums.sum (
  id uuid primary key,
  place text collate "C" not null,
  organ uuid,
  person uuid,
  post uuid,
  token text,
  amount int not null
);
create table sums.told (no bigint generated always as identity primary key, key text not null, amount int not null, tx xid8 not null default pg_current_xact_id());
