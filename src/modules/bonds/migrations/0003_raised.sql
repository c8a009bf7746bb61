-- why: bonds that hold only as long as something else lasts, and end with it
alter table bonds.bond add column under uuid;
create index bond_under on bonds.bond (under) where under is not null;
