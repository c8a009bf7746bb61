-- why: thousands acknowledge within minutes: the counters of all who answer in one transaction are moved by one statement
drop function orders.count_answer(uuid, text, text, text);

/*
 * Recipients go from one state to another: by one each, at their villages, never above them. Of the owner, since who answers
 * reaches no village. Counters are locked in the order of their key, so that two such statements wait in one direction only.
 */
create function orders.count_answers(what uuid[], places text[], was text[], became text[]) returns void
language sql security definer set search_path = '' as $$
  with moved as (
    select "order", left(place, 12) collate "C" as node, step, sum(way)::int as n from (
      select one."order", one.place, one.was as step, -1 as way from unnest(what, places, was, became) as one("order", place, was, became) where was is distinct from became
      union all
      select one."order", one.place, one.became, 1 from unnest(what, places, was, became) as one("order", place, was, became) where was is distinct from became) steps
    where step is not null group by 1, 2, 3
  ), locked as (
    select t."order", t.node from orders.tally t where (t."order", t.node) in (select "order", node from moved) order by t."order", t.node for update
  ), sums as (
    select m."order", m.node, sum(n) filter (where step = 'received') as received, sum(n) filter (where step = 'understood') as understood,
      sum(n) filter (where step = 'blocked') as blocked, sum(n) filter (where step = 'impossible') as impossible,
      sum(n) filter (where step = 'already') as already, sum(n) filter (where step = 'done') as done
    from moved m join locked l on l."order" = m."order" and l.node = m.node group by 1, 2
  )
  update orders.tally t set
    received = t.received + coalesce(s.received, 0), understood = t.understood + coalesce(s.understood, 0), blocked = t.blocked + coalesce(s.blocked, 0),
    impossible = t.impossible + coalesce(s.impossible, 0), already = t.already + coalesce(s.already, 0), done = t.done + coalesce(s.done, 0)
  from sums s where t."order" = s."order" and t.node = s.node
$$;
