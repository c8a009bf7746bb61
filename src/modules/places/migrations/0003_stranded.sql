-- why: what lies at a code that is no more goes on at its first successor; said once, for whoever has something lying there
-- From the day of the change until the code lives again, if ever; a code that goes on living at that day is none.
create view places.pub_stranded as
  select s.change, was.code as was, became.code as became, c.day as from_day, again.day as until_day
  from places.succession s join places.change c on c.id = s.change
    join places.place was on was.id = s.was join places.place became on became.id = s.became
    left join lateral (select min(lower(p.valid)) as day from places.place p where p.code = was.code and lower(p.valid) >= c.day) again on true
  where s.rank = 0 and was.code <> became.code and again.day is distinct from c.day;
