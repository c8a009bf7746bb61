-- why: how long a recording is, is said by the visit that takes it up, not by the upload
alter table visits.voice alter column seconds drop not null;
