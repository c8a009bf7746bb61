-- why: photos of a report that came from a phone and waits for a person's decision lie loose for longer than a day, and must not be swept away
alter table cases.file add column waits boolean not null default false;
