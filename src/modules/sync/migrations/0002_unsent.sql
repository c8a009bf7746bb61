-- why: a phone that empties itself says how much of what was written on it had not been sent, so that nothing is lost in silence
alter table sync.device add column unsent int check (unsent >= 0);
