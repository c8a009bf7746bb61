-- why: one way out to a person or post; what was told, whether it was read, and what became of its text message
create table notices.notice (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  params jsonb not null,
  subject uuid,
  urgent boolean not null,
  place text collate "C" not null,
  person uuid,
  post uuid,
  -- of somebody who reported without an account; persons' numbers are asked for when a text message leaves
  phone text,
  read_at timestamptz,
  read_by uuid,
  check (num_nonnulls(person, post, phone) = 1)
);
create index notice_person on notices.notice (person, at desc, id desc) where person is not null;
create index notice_post on notices.notice (post, at desc, id desc) where post is not null;
create index notice_person_unread on notices.notice (person) where read_at is null and person is not null;
create index notice_post_unread on notices.notice (post) where read_at is null and post is not null;

create table notices.sms (
  notice uuid primary key references notices.notice (id) on delete cascade,
  -- when to hand it to the relay; null once that is done
  next_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('sent', 'failed', 'read_before', 'no_number')),
  attempts int not null default 0,
  check ((ended_at is null) = (outcome is null))
);
create index sms_due on notices.sms (next_at) where next_at is not null;
