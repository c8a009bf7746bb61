-- why: what an exercise gathers is in nobody's way where it is in earnest, and opens nothing there

/* As `still_held`, of those that are an exercise if that hold is one, and in earnest if it is. */
create function kernel.held_alike(asked timestamptz, as_hold uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select h.id from kernel.hold h
    where h.id = any (kernel.still_held(asked)) and h.exercise = (select one.exercise from kernel.hold one where one.id = as_hold))
$$;
