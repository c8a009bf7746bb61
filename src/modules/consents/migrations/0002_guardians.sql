-- why: for a child under 14 a guardian consents (PIPL art. 31); others need to know whether a consent is live, also in rows they may not see
alter table consents.consent add column given_by uuid;
create index consent_given_by on consents.consent (given_by) where given_by is not null;

-- Owner's view: whether there is consent decides what may be held and shown; it holds no other data of the person.
create view consents.pub_live as select id, person, purpose, given_at, given_by from consents.consent where withdrawn_at is null;

-- A guardian's own scope does not reach the child's rows; the caller has found out that he is one.
create function consents.give_for(new_id uuid, child uuid, guardian uuid, what text, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if guardian::text is distinct from nullif(current_setting('app.person', true), '') then
    raise exception 'not the sender' using errcode = '42501';
  end if;
  insert into consents.consent (id, person, purpose, given_at, given_by) values (new_id, child, what, at, guardian)
    on conflict (person, purpose) where withdrawn_at is null do nothing;
  return found;
end $$;

create function consents.withdraw_for(of uuid, at timestamptz) returns table (person uuid, purpose text)
language sql security definer set search_path = '' as $$
  update consents.consent c set withdrawn_at = at
  where c.id = of and c.withdrawn_at is null and c.given_by::text = nullif(current_setting('app.person', true), '')
  returning c.person, c.purpose $$;
