-- why: what is found right about a household may be more than a value: who belongs to it and who does not
alter table fields.contest add column register jsonb;
