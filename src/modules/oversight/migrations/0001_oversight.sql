-- why: an announcement given up is a decision of a person, kept with its reason
create table oversight.given_up (
  letter bigint primary key,
  name text not null,
  key text not null,
  problem text,
  reason text not null,
  by_person uuid,
  by_post uuid,
  at timestamptz not null
);
