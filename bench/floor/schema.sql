-- why: what a programmer would lay out who only wants the five works to be quick: two tables, the indexes the lists need
create schema floor;
create table floor.case (
  id uuid primary key,
  number text not null,
  kind text not null,
  class text not null,
  title text not null,
  description text not null,
  address text,
  channel text not null,
  urgent boolean not null,
  reporter uuid,
  place text not null,
  county text not null,
  lon double precision,
  lat double precision,
  state text not null,
  level text not null,
  assignee uuid,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz
);
create table floor.step (
  case_id uuid not null,
  no int not null,
  at timestamptz not null,
  action text not null,
  state text not null,
  by_person uuid,
  note text,
  primary key (case_id, no)
);
create index case_open on floor.case (county, received_at desc) where closed_at is null;
create index case_closed on floor.case (county, received_at desc) where closed_at is not null;
