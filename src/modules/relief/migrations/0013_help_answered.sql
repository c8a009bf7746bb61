-- why: what was asked for at a door is brought by somebody; whoever asked and whoever sent him see that it was
alter table relief.door add column helped text;
alter table relief.door add column helped_at timestamptz;
alter table relief.door add column helped_by uuid;
alter table relief.door add check ((helped is null) = (helped_at is null));
