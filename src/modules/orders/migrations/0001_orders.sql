-- why: orders that descend until everyone has answered: what is asked, of whom, in which version; what each of them says; counters per village
create table orders.order (
  id uuid primary key,
  -- the order it was passed on from, and the first one of that chain
  parent uuid references orders.order (id),
  root uuid not null,
  supersedes uuid references orders.order (id),
  merged_into uuid references orders.order (id),
  joint uuid[] not null default '{}',
  kind text not null check (kind in ('task', 'notice', 'check', 'collection')),
  title text not null,
  text text not null,
  purpose text not null,
  basis text not null,
  red boolean not null,
  act text not null,
  subject text,
  done_when text not null,
  evidence text not null check (evidence in ('none', 'text', 'number', 'case')),
  form uuid,
  minutes int not null check (minutes > 0),
  due_at timestamptz not null,
  audience jsonb not null,
  -- root of the subtree that the rule addresses
  place text collate "C" not null,
  issuer_place text collate "C" not null,
  organ uuid,
  post uuid,
  by_person uuid,
  mark text,
  state text not null check (state in ('draft', 'proposed', 'issued', 'amended', 'closed', 'withdrawn', 'superseded', 'merged')),
  version int not null default 1 check (version > 0),
  -- answers to versions before this one are history
  asked int not null default 1,
  year int,
  no int,
  despite text,
  why text,
  signed_by uuid,
  signed_post uuid,
  signed_at timestamptz,
  signed_note text,
  made_at timestamptz not null,
  issued_at timestamptz,
  ended_at timestamptz,
  addressed int,
  -- the clock of all who have none of their own, since it was issued or amended; chased: steps of the chase that were taken
  clock_from timestamptz,
  next_at timestamptz,
  chased int not null default 0 check (chased between 0 and 4),
  check (issued_at is not null or state in ('draft', 'proposed', 'merged', 'withdrawn')),
  unique (issuer_place, year, no)
);
create index order_place on orders.order (place, id desc);
create index order_issuer on orders.order (issuer_place, id desc);
create index order_parent on orders.order (parent) where parent is not null;
create index order_due on orders.order (next_at) where next_at is not null;
create index order_live on orders.order (due_at) where state in ('issued', 'amended');

create table orders.version (
  "order" uuid not null references orders.order (id),
  version int not null,
  title text not null,
  text text not null,
  done_when text not null,
  due_at timestamptz not null,
  why text,
  by_person uuid,
  by_post uuid,
  at timestamptz not null,
  primary key ("order", version)
);

-- running numbers of an issuing place, as on its letters
create table orders.numbering (
  place text collate "C" not null,
  year int not null,
  last int not null,
  primary key (place, year)
);

/* One row for each who is addressed: `who` is a post, or the person where there is none (then `person` says so again). The month
   is read out of the order's own id (UUIDv7), so that the key needs no date and a month leaves as a whole. */
create table orders.recipient (
  "order" uuid not null,
  who uuid not null,
  person uuid,
  -- who held the post when it was issued
  holder uuid,
  place text collate "C" not null,
  state text check (state in ('received', 'understood', 'blocked', 'impossible', 'already', 'done')),
  closed boolean not null default false,
  chased smallint not null default 0,
  version int,
  substitute uuid,
  need text,
  said_at timestamptz,
  received_at timestamptz,
  settled_at timestamptz,
  -- a deadline of his own, since when, and the clock of it
  due_at timestamptz,
  clock_from timestamptz,
  next_at timestamptz,
  primary key ("order", who)
) partition by range ("order");
-- what is still to be answered, by who answers
create index recipient_open on orders.recipient (who, "order") where not closed;
create index recipient_substitute on orders.recipient (substitute, "order") where substitute is not null and not closed;
create index recipient_due on orders.recipient (next_at) where next_at is not null;

create table orders.answer (
  "order" uuid not null,
  id uuid not null,
  who uuid not null,
  place text collate "C" not null,
  state text not null,
  note text not null,
  need text,
  number bigint,
  "case" uuid,
  by_order uuid,
  version int not null,
  said_at timestamptz not null,
  at timestamptz not null,
  by_person uuid,
  by_post uuid,
  -- written down by who called
  called boolean not null default false,
  primary key ("order", id)
) partition by range ("order");
create index answer_who on orders.answer (who, said_at desc);

/* Counters of a village (or of a place above it, for who is addressed there). `silent` is what is left. */
create table orders.tally (
  "order" uuid not null references orders.order (id),
  node text collate "C" not null,
  addressed int not null default 0,
  received int not null default 0,
  understood int not null default 0,
  blocked int not null default 0,
  impossible int not null default 0,
  already int not null default 0,
  done int not null default 0,
  primary key ("order", node)
) with (fillfactor = 50);

-- minutes that orders ask of a grid on a day
create table orders.load (
  day date not null,
  place text collate "C" not null,
  minutes int not null,
  orders int not null,
  primary key (day, place)
) with (fillfactor = 50);

create table orders.stand_in (
  id uuid primary key,
  of_post uuid not null,
  by_post uuid,
  place text collate "C" not null,
  reason text not null,
  decided_by uuid,
  at timestamptz not null
);
create index stand_in_of on orders.stand_in (of_post, at desc);

create table orders.warning (
  id uuid primary key,
  hazard text not null,
  grade text not null check (grade in ('I', 'II', 'III', 'IV')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  area text[] collate "C" not null check (cardinality(area) > 0),
  place text collate "C" not null,
  matter text not null check (matter <> ''),
  measures text not null check (measures <> ''),
  organ uuid,
  post uuid,
  issuer_place text collate "C" not null,
  issued_at timestamptz not null,
  follows uuid references orders.warning (id),
  source text,
  mark text,
  lifted_at timestamptz,
  why text
);
create index warning_live on orders.warning (ends_at) where lifted_at is null;

/* Months lie in a schema of their own, which the ordinary role may not enter: it reads them as the whole, by its policies. */
create schema if not exists orders_month;
create table orders_month.recipient_rest partition of orders.recipient default;
create table orders_month.answer_rest partition of orders.answer default;

create function orders.month_edge(month date) returns uuid language sql immutable as $$
  select (left(h, 8) || '-' || substr(h, 9, 4) || '-0000-0000-000000000000')::uuid
  from (select lpad(to_hex((extract(epoch from month::timestamp at time zone 'Asia/Shanghai') * 1000)::bigint), 12, '0') as h) edge
$$;

/* The month of a day and the two after it; what lay in the rest moves in. */
create function orders.make_months(today date) returns void language plpgsql security definer set search_path = '' as $$
declare one date; part text; whole text;
begin
  for one in select (date_trunc('month', today::timestamp) + n * interval '1 month')::date from generate_series(-1, 2) n loop
    foreach whole in array array['recipient', 'answer'] loop
      part := whole || to_char(one, '_YYYY_MM');
      continue when to_regclass('orders_month.' || part) is not null;
      execute format('create table %I.%I (like orders.%I including defaults including constraints)', 'orders_month', part, whole);
      execute format('with moved as (delete from orders_month.%I where "order" >= %L and "order" < %L returning *) insert into orders_month.%I select * from moved',
        whole || '_rest', orders.month_edge(one), orders.month_edge((one + interval '1 month')::date), part);
      execute format('alter table orders.%I attach partition orders_month.%I for values from (%L) to (%L)',
        whole, part, orders.month_edge(one), orders.month_edge((one + interval '1 month')::date));
    end loop;
  end loop;
end $$;

/* Whether a month up to two after that day is missing, or one before the other day is still there. */
create function orders.months_due(today date, before date) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from pg_catalog.generate_series(0, 2) n
      where to_regclass('orders_month.recipient' || to_char(date_trunc('month', today::timestamp) + n * interval '1 month', '_YYYY_MM')) is null)
    or exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace s on s.oid = c.relnamespace
      where s.nspname = 'orders_month' and c.relispartition and c.relname ~ '^recipient_[0-9]{4}_[0-9]{2}$'
        and replace(right(c.relname, 7), '_', '-') < to_char(before, 'YYYY-MM'))
$$;

/* Months before that day go, each as a whole; how many tables went. */
create function orders.drop_months(before date) returns int language plpgsql security definer set search_path = '' as $$
declare part text; gone int := 0;
begin
  for part in select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'orders_month' and c.relispartition and c.relname ~ '^(recipient|answer)_[0-9]{4}_[0-9]{2}$'
      and replace(right(c.relname, 7), '_', '-') < to_char(before, 'YYYY-MM')
  loop
    execute format('drop table orders_month.%I', part);
    gone := gone + 1;
  end loop;
  return gone;
end $$;
revoke execute on function orders.drop_months(date) from public;
select orders.make_months((now() at time zone 'Asia/Shanghai')::date);

/* A recipient goes from one state to another: by one, at its village, never above it. Of the owner, since who answers reaches no village. */
create function orders.count_answer(what uuid, at_place text, was text, became text) returns void
language sql security definer set search_path = '' as $$
  update orders.tally set
    received = received + (became is not distinct from 'received')::int - (was is not distinct from 'received')::int,
    understood = understood + (became is not distinct from 'understood')::int - (was is not distinct from 'understood')::int,
    blocked = blocked + (became is not distinct from 'blocked')::int - (was is not distinct from 'blocked')::int,
    impossible = impossible + (became is not distinct from 'impossible')::int - (was is not distinct from 'impossible')::int,
    already = already + (became is not distinct from 'already')::int - (was is not distinct from 'already')::int,
    done = done + (became is not distinct from 'done')::int - (was is not distinct from 'done')::int
  where "order" = what and node = left(at_place, 12) collate "C" and was is distinct from became
$$;

/* What an office does to all who are addressed; a department's scope reaches its own orders, not the people. The command has permitted it. */
create function orders.close_recipients(what uuid) returns void language sql security definer set search_path = '' as $$
  update orders.recipient set closed = true, next_at = null where "order" = what and not closed
$$;
create function orders.ask_again(what uuid) returns void language sql security definer set search_path = '' as $$
  update orders.recipient set state = null, closed = false, said_at = null, settled_at = null, need = null, chased = 0 where "order" = what;
  update orders.tally set received = 0, understood = 0, blocked = 0, impossible = 0, already = 0, done = 0 where "order" = what;
$$;
/* An office gives up its own order in favour of another office's. */
create function orders.join_order(what uuid, office uuid) returns void language sql security definer set search_path = '' as $$
  update orders.order set joint = array_append(joint, office) where id = what and office <> all (joint)
$$;

-- Owner's views, past row-level security: what an order says is known to all whom it reaches; the caller has found out that it reaches him.
create view orders.pub_order as select * from orders.order;
create view orders.pub_version as select * from orders.version;
create view orders.pub_recipient as select * from orders.recipient;
create view orders.pub_answer as select * from orders.answer;
create view orders.pub_tally as select * from orders.tally;

-- Who answers for an absent post today, as it was said last.
create view orders.pub_stand_in as
  select of_post, by_post from (select distinct on (of_post) of_post, by_post from orders.stand_in order by of_post, at desc) last where by_post is not null;

-- The counters as they would be if they were counted now.
create view orders.pub_recount as
select "order", left(place, 12) collate "C" as node,
  count(*)::int as addressed,
  count(*) filter (where state = 'received')::int as received,
  count(*) filter (where state = 'understood')::int as understood,
  count(*) filter (where state = 'blocked')::int as blocked,
  count(*) filter (where state = 'impossible')::int as impossible,
  count(*) filter (where state = 'already')::int as already,
  count(*) filter (where state = 'done')::int as done
from orders.recipient group by 1, 2;
