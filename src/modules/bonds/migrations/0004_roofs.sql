-- why: the recount asks for bonds to dwellings apart; they are few among a million
create index bond_roof on bonds.bond (place) where to_kind = 'dwelling';
