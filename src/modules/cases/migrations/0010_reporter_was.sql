-- why: who was entered twice has one page of reports; whose each was before stands here, so that an undo gives it back
create table cases.reporter_was (
  act uuid not null,
  case_id uuid not null,
  was uuid not null,
  at timestamptz not null,
  primary key (case_id, act)
);
create index reporter_was_act on cases.reporter_was (act);
