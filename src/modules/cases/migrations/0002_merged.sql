-- why: a case's page asks which cases were merged into it; without an index that reads every case there is
create index case_merged on cases.case (merged_into) where merged_into is not null;
