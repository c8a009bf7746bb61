-- why: recordings of a visit that came from a phone and waits for a person's decision must not be swept away
alter table visits.voice add column waits boolean not null default false;
