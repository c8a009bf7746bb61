-- why: what members who report in did beside cases: a visit, an order answered; told by whoever keeps it, summed for the department
create table bonds.done (
  kind text not null check (kind in ('visit', 'order')),
  -- the visit or the answer
  subject uuid not null,
  claim uuid not null references bonds.claim (id),
  place text collate "C" not null,
  at timestamptz not null,
  primary key (kind, subject, claim)
);
create index done_claim on bonds.done (claim);
create view bonds.pub_done as
  select d.kind, d.subject, d.place, d.at, c.organ, c.person from bonds.done d join bonds.claim c on c.id = d.claim;
create index claim_person on bonds.claim (person);
