-- why: what came of the last entries of a post is asked for each time its holder opens that page
create index entry_post on people.entry (post, at desc) where post is not null;
