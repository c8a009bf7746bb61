-- why: what was told and brought under holds is forgotten with them, by the slices that keep it; they read which holds there were
create view kernel.pub_hold as select lever, place, value, starts_at, ends_at, swept from kernel.hold;
