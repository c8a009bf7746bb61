-- why: posts that are held only as long as something else lasts, and end with it
alter table posts.post add column under uuid;
create index post_under on posts.post (under) where under is not null;
