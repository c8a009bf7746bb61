-- why: whoever says that he is on a list by mistake is answered within a time, by somebody who did not put him there, or is off it
alter table relief.line add column dispute_answer text;
alter table relief.line add column answered_at timestamptz;
alter table relief.line add column answered_post uuid;
alter table relief.line add column called_at timestamptz;
alter table relief.line add column struck_at timestamptz;
alter table relief.line add check ((dispute_answer is null) = (answered_at is null));
alter table relief.line add check (disputed is not null or (answered_at is null and called_at is null and struck_at is null));
create index line_disputed on relief.line (disputed_at) where disputed_at is not null and answered_at is null and struck_at is null;
