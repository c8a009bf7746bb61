-- why: an order to the city writes 1,482 counters at once; that its own order is there needs no look for each
alter table orders.tally drop constraint tally_order_fkey;
alter table orders.tally set (fillfactor = 75);
