-- why: coverage, overloads and vacancies of a place look at its bonds of every sort; the partial indexes know only one sort each
create index bond_anywhere on bonds.bond (place);
