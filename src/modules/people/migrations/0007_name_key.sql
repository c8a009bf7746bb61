-- why: who was entered in two townships has neither door nor village in common; name and birthday find them across the city
-- Blanks, dots of long names and wide letters do not tell names apart; matches compares names the same way.
create function people.name_key(name text) returns text language sql immutable strict parallel safe set search_path = '' as $$
  select regexp_replace(normalize(name, NFKC), '[\s·•‧・.]', '', 'g') $$;
create index person_born_name on people.person (born, people.name_key(name)) where stands_for is null and born is not null;
create or replace view people.pub_person as
  select id, name, phone, login, home_place, sex, born, stands_for, source, entry, people.name_key(name) as name_key from people.person;
