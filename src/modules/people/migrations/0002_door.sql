-- why: the door: who brought data in, from where, on which day, how certain; statements, documents, merge and split

-- One act by which data came in; every attribute anywhere names one.
create table people.entry (
  id uuid primary key,
  source text not null check (source in ('register', 'self', 'report', 'visit', 'import', 'transfer', 'document')),
  place text collate "C",
  day date not null,
  certainty text not null check (certainty in ('certain', 'likely', 'doubtful')),
  post uuid,
  person uuid,
  import uuid,
  at timestamptz not null
);
create index entry_import on people.entry (import) where import is not null;

alter table people.person
  add column sex text check (sex in ('female', 'male')),
  add column born date,
  -- another entry of the same person, found out later; rows elsewhere keep the id they were written with
  add column stands_for uuid references people.person check (stands_for <> id),
  add column entry uuid default gen_random_uuid(),
  drop constraint person_source_check,
  add constraint person_source_check check (source in ('register', 'self', 'report', 'household'));
insert into people.entry (id, source, place, day, certainty, person, at)
  select entry, source, coalesce(office, home_place), (entered_at at time zone 'Asia/Shanghai')::date, 'certain',
    case when source <> 'register' then id end, entered_at from people.person;
alter table people.person alter column entry drop default, alter column entry set not null;
create index person_home on people.person (home_place, id) where home_place is not null;
create index person_stands_for on people.person (stands_for) where stands_for is not null;

-- 证件. Never a key: two persons with one number both survive. `place` follows the person's home, for who reaches it.
create table people.document (
  id uuid primary key,
  person uuid not null references people.person,
  place text collate "C",
  kind text not null check (kind in ('resident_id', 'foreign_permanent', 'hmt_residence', 'home_return', 'taiwan_travel', 'passport', 'birth_certificate', 'other')),
  country text check (country ~ '^[A-Z]{3}$'),
  token bytea not null,
  sealed bytea not null,
  entry uuid not null,
  ended_at timestamptz,
  ended_by uuid
);
create index document_person on people.document (person);
create index document_token on people.document (token);
insert into people.document (id, person, place, kind, token, sealed, entry)
  select gen_random_uuid(), id, home_place, 'resident_id', id_token, id_sealed, entry from people.person where id_token is not null;
alter table people.person drop column id_token, drop column id_sealed;

-- 陈述: a later change of a core attribute. The person's row holds the present value.
create table people.statement (
  id uuid primary key,
  person uuid not null references people.person,
  place text collate "C",
  kind text not null check (kind in ('name', 'sex', 'born', 'phone', 'home')),
  value text,
  was text,
  entry uuid not null,
  replaces uuid references people.statement,
  at timestamptz not null
);
create index statement_person on people.statement (person, kind, at);

-- Two entries that are one person: `gone` stands for `kept`, and no other row is touched, so that undoing restores every one.
create table people.merge (
  id uuid primary key,
  kept uuid not null references people.person,
  gone uuid not null references people.person check (gone <> kept),
  place text collate "C" not null,
  entry uuid not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_entry uuid,
  check ((undone_at is null) = (undone_entry is null))
);
create unique index merge_of on people.merge (gone) where undone_at is null;
create index merge_kept on people.merge (kept);

-- One entry that was two persons: `part` gets the documents that were ended here by this act.
create table people.split (
  id uuid primary key,
  person uuid not null references people.person,
  part uuid not null references people.person,
  place text collate "C" not null,
  entry uuid not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_entry uuid,
  check ((undone_at is null) = (undone_entry is null))
);
create index split_person on people.split (person);
create index split_part on people.split (part);

create or replace view people.pub_person as
  select id, name, phone, login, home_place, sex, born, stands_for, source, entry from people.person;
-- Which act a value came by; holds no data of the person whom the value is about.
create view people.pub_entry as select id, source, place, day, certainty, post, person, import, at from people.entry;
-- Keyed digests, to find two entries with one number by; the number does not follow from them.
create view people.pub_document as select id, person, kind, token, ended_at from people.document;
