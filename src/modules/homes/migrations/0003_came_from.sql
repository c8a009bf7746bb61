-- why: what is known of a household goes along when it moves, so others ask which household one was before
create or replace view homes.pub_household as
  select id, dwelling, place, head, from_day, until_day, entry, replaces from homes.household;
