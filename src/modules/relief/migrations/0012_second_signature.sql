-- why: nobody puts people on a list alone: a line goes out, and its person is told, only when a second person has signed for it
alter table relief.line add column by_person uuid;
-- Lines that are out already went out by the rule of their day.
alter table relief.line add column out_at timestamptz default now();
alter table relief.line alter column out_at drop default;
create index line_waiting on relief.line (check_id) where out_at is null;

alter table relief.check add column signed_by uuid;
alter table relief.check add column signed_at timestamptz;
create or replace view relief.pub_check as
  select id, place, kind, title, source, source_number, purpose, basis, by_post, started_at, until_at, why_closed, signed_by, signed_at
  from relief.check;
