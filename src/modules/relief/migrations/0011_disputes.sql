-- why: whoever is on a list by mistake says so himself, and whoever made the list hears it
alter table relief.line add column disputed text;
alter table relief.line add column disputed_at timestamptz;
alter table relief.line add check ((disputed is null) = (disputed_at is null));
