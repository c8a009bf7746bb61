-- why: two phones of one worker may each be without a network; what one said, the other has not seen, though it is the same worker
alter table people.entry add column phone uuid;
create or replace view people.pub_entry as
  select id, source, place, day, certainty, post, person, import, at, phone from people.entry;
