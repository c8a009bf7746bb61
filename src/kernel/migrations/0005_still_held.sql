-- why: views of an owner see past row-level security, and commands know no instant of a question: both say by this what the policies say

/* Holds of everything of which one is live at an instant; of a question (`app.at`) by itself. Null without one: then also afterwards. */
create function kernel.still_held(asked timestamptz default nullif(current_setting('app.at', true), '')::timestamptz) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select case when asked is not null then array(
    select h.id from kernel.hold h where h.starts_at <= asked and h.ends_at > asked
    union select other.id from kernel.hold h join kernel.hold other on other.under = h.under where h.starts_at <= asked and h.ends_at > asked) end
$$;
