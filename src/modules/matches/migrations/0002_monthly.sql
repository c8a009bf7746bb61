-- why: each month the townships that were not searched are; the last search of a place is asked for
create index search_asked on matches.search (asked_at);
