-- why: the sheet on which somebody consented, kept as proof with who entered it
create table fields.paper (
  -- of the consent
  id uuid primary key,
  person uuid not null,
  -- the person, or of a child a guardian
  signed_by uuid not null,
  purpose text not null,
  signed_on date not null,
  place text collate "C" not null,
  entry uuid not null,
  -- the picture, sealed with the key that is not in the database
  sheet bytea not null,
  at timestamptz not null,
  taken_back_at timestamptz,
  taken_back_entry uuid,
  -- null where the person took it back without anybody's help
  check (taken_back_entry is null or taken_back_at is not null)
);
create index paper_person on fields.paper (person);
create index paper_place on fields.paper (place, at desc);
