-- why: 三服务: what a firm needs to work again, whose it is to answer, and how far the firm is
create table relief.firm_problem (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  firm uuid not null,
  kind text not null,
  text text not null,
  owner uuid not null,
  asked_at timestamptz not null,
  asked_post uuid,
  answer text,
  solved boolean,
  answered_at timestamptz,
  answered_post uuid,
  check ((answer is null) = (answered_at is null) and (answer is null) = (solved is null))
);
create index firm_problem_place on relief.firm_problem (place, id);
create index firm_problem_owner on relief.firm_problem (owner) where answered_at is null;

create table relief.firm (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  state text not null check (state in ('stopped', 'preparing', 'partly', 'working')),
  workers int not null check (workers >= 0),
  note text not null,
  said_at timestamptz not null,
  by_post uuid
);
create index firm_place on relief.firm (place, id);
