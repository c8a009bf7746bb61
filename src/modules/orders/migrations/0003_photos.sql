-- why: an order may ask for a photo as its evidence; photos lie with the answer that brought them
alter table orders.order drop constraint order_evidence_check;
alter table orders.order add constraint order_evidence_check check (evidence in ('none', 'text', 'number', 'case', 'photo'));

create table orders.photo (
  id uuid primary key,
  "order" uuid not null,
  answer uuid not null,
  who uuid not null,
  place text collate "C" not null,
  no int not null,
  key text not null,
  thumb_key text not null,
  by_person uuid,
  at timestamptz not null
);
create index photo_answer on orders.photo (answer, no);
create index photo_at on orders.photo (at);
create view orders.pub_photo as select * from orders.photo;
