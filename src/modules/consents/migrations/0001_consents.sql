-- why: consents to the purposes that rest on consent: when given, when taken back
create table consents.consent (
  id uuid primary key,
  person uuid not null,
  purpose text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= given_at)
);
-- one live consent of a person to a purpose; earlier ones stay as proof of what was lawful when
create unique index consent_live on consents.consent (person, purpose) where withdrawn_at is null;
create index consent_person on consents.consent (person, given_at desc);
