-- why: what was written with tools that only a hold opens leaves the outbox of the server when the holds are over, as their rows do
alter table sync.parcel add column tool boolean not null default false;
create index parcel_of_tool on sync.parcel (command) where tool and (title <> '' or input <> '{}');
