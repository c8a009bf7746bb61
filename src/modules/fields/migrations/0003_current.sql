-- why: what forms hold is counted over present values, without asking of each whether it is contested
create view fields.pub_current as
  select id, subject_kind, subject, field, place, value, entry, seen_on, at from fields.value where until_at is null;
