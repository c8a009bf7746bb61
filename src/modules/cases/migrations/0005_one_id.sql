-- why: an id names one case in the whole city; the key with the township alone would let it be given again in another one
create unique index case_id on cases.case (id);
