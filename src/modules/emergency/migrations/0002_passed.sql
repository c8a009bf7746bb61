-- why: two emergencies may hold the same place; what the one gathered and the other still needs goes on under the other
alter table emergency.destroyed add column passed int not null default 0;
