-- why: the record is kept ten years and only ever grows: by month it can be put away, and a month that is over is never written to again
alter table kernel.record rename to record_whole;
alter index kernel.record_tx rename to record_whole_tx;
alter index kernel.record_about rename to record_whole_about;
alter index kernel.record_at rename to record_whole_at;
alter index kernel.record_subject rename to record_whole_subject;

create sequence kernel.record_no;
create table kernel.record (
  -- of the house's own giving; an index that keeps it unique would cost each act, and the seal finds a number that came twice
  seq bigint not null default nextval('kernel.record_no'),
  -- a constant, moved on by seal.ts when an epoch begins: a function would be asked for each row
  epoch int not null default 0,
  tx bigint not null default (pg_current_xact_id()::text::bigint),
  at timestamptz not null,
  kind text not null check (kind in ('command', 'query', 'refusal')),
  name text not null,
  outcome text not null,
  request uuid not null,
  actor_kind text not null check (actor_kind in ('staff', 'resident', 'anonymous', 'system', 'outside')),
  role text not null,
  person uuid,
  post uuid,
  organ uuid,
  actor_place text collate "C",
  subject uuid,
  place text collate "C",
  purpose text,
  about uuid,
  detail jsonb not null default '{}'
) partition by range (at);
-- one for each question that is asked: what is unsealed, who looked at me, what happened, what was done with this, what has this one done
create index record_tx on kernel.record (epoch, tx);
create index record_about on kernel.record (about, at desc) where about is not null;
create index record_at on kernel.record (at desc);
create index record_subject on kernel.record (subject, at desc) where subject is not null;
create index record_person on kernel.record (person, at desc) where person is not null;
alter sequence kernel.record_no owned by kernel.record.seq;

-- what lies outside the months that were made: nothing may be refused because a clock runs ahead; it moves when its month is made
create table kernel.record_rest partition of kernel.record default;

-- months as the calendar of the city has them
create function kernel.make_month(first date) returns void language plpgsql as $$
declare
  name text := 'record_' || to_char(first, 'YYYY_MM');
  lo timestamptz := first::timestamp at time zone 'Asia/Shanghai';
  hi timestamptz := (first + interval '1 month') at time zone 'Asia/Shanghai';
begin
  if to_regclass('kernel.' || name) is not null then return; end if;
  lock table kernel.record_rest in access exclusive mode;
  execute 'create table ' || format('kernel.%I (like kernel.record including defaults including constraints)', name);
  execute format('with moved as (delete from kernel.record_rest where at >= %L and at < %L returning *) insert into kernel.%I select * from moved', lo, hi, name);
  execute format('alter table kernel.record attach partition kernel.%I for values from (%L) to (%L)', name, lo, hi);
  execute format('revoke all on kernel.%I from public', name);
end $$;

-- the months of whatever lies in the rest, and those ahead
create function kernel.make_months(today date) returns void language plpgsql as $$
declare one date;
begin
  for one in
    select distinct date_trunc('month', at at time zone 'Asia/Shanghai')::date from kernel.record_rest
    union select (date_trunc('month', today) + n * interval '1 month')::date from generate_series(0, 2) n
    order by 1
  loop
    perform kernel.make_month(one);
  end loop;
end $$;

-- which seals can no longer be recomputed, because a month of theirs was put away; they stay links of the chain
create table kernel.put_away (
  month date primary key,
  rows bigint not null,
  first_seal bigint not null references kernel.seal (no),
  last_seal bigint not null references kernel.seal (no),
  at timestamptz not null,
  check (last_seal >= first_seal)
);

insert into kernel.record_rest select * from kernel.record_whole order by tx, seq;
select setval('kernel.record_no', coalesce((select max(seq) from kernel.record_whole), 0) + 1, false);
do $$ begin execute format('alter table kernel.record alter column epoch set default %s', kernel.current_epoch()); end $$;
drop table kernel.record_whole;
select kernel.make_months((now() at time zone 'Asia/Shanghai')::date);
revoke update, delete, truncate on kernel.record from public;
