-- why: what is due at a door is found by what is due, not by reading every visit and promise of the city
create index visit_again_place on visits.visit (place, again) where again is not null;
create index visit_again_post on visits.visit (post, again) where again is not null;
create index promise_instead on visits.promise (instead_of) where instead_of is not null;
create index request_household on visits.request (household) where state = 'open';
