-- why: who has no phone consents on paper, and takes it back as easily (PIPL art. 15); whoever answers for the place enters both

-- In the reach of the sender, by where the person lives; the caller has found out that the purpose rests on consent, and the guardian.
create function consents.give_on_paper(new_id uuid, of uuid, guardian uuid, what text, at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from people.pub_person p where p.id = of
    and coalesce(p.home_place, '') collate "C" >= current_setting('app.lo', true) collate "C"
    and coalesce(p.home_place, '') collate "C" < current_setting('app.hi', true) collate "C" and current_setting('app.organ', true) = '') then
    raise exception 'a person out of reach' using errcode = '42501';
  end if;
  insert into consents.consent (id, person, purpose, given_at, given_by) values (new_id, of, what, at, guardian)
    on conflict (person, purpose) where withdrawn_at is null do nothing;
  return found;
end $$;

create function consents.withdraw_on_paper(consent uuid, of uuid, at timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare what text;
begin
  if not exists (select from people.pub_person p where p.id = of
    and coalesce(p.home_place, '') collate "C" >= current_setting('app.lo', true) collate "C"
    and coalesce(p.home_place, '') collate "C" < current_setting('app.hi', true) collate "C" and current_setting('app.organ', true) = '') then
    raise exception 'a person out of reach' using errcode = '42501';
  end if;
  update consents.consent c set withdrawn_at = at where c.id = consent and c.person = of and c.withdrawn_at is null
    returning c.purpose into what;
  return what;
end $$;
