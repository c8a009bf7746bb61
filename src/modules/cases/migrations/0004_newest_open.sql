-- why: the newest open of the whole city; row-level security makes the planner expect few of them, and without this index it sorts all that is open
create index case_open_newest on cases.case (received_at desc, id desc) where closed_at is null;
