-- why: what was said of a firm in a response that is over stays what it is until it is destroyed, also when it is said anew in another
alter table relief.firm add column firm uuid;
-- Nothing is said anew here: rows whose hold is over may not be written otherwise.
alter table relief.firm disable trigger user;
update relief.firm set firm = id;
alter table relief.firm enable trigger user;
alter table relief.firm alter column firm set not null;
create index firm_of on relief.firm (firm);
