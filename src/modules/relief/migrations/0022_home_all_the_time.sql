-- why: who was still at home when it was safe there again is on no list any more: a second wave lists him anew
create or replace view relief.pub_listed as select person, hold from relief.evacuee
  where state <> 'returned' and not (state in ('listed', 'reached', 'refused') and return_allowed_at is not null);
