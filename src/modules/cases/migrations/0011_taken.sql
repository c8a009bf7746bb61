-- why: a photo that something else than a case has taken up (the answer to an order) is neither loose nor to be had by a case
alter table cases.file add column taken boolean not null default false;
