-- why: since when a household is behind its door is a fact of its own, not worked out of another; rows are copied as they are
alter table homes.household alter column here_from drop expression;
alter table homes.household drop column moved_on;
create function homes.here_since() returns trigger language plpgsql as $$
begin
  new.here_from := coalesce(new.here_from, new.from_day);
  return new;
end $$;
create trigger household_here before insert on homes.household for each row execute function homes.here_since();
alter table homes.household alter column here_from set not null;
