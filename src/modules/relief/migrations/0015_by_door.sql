-- why: people to be moved are read place by place and door by door, page after page
create index evacuee_door on relief.evacuee (place, address, id);
drop index relief.evacuee_place;
