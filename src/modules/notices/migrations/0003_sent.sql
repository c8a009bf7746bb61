-- why: how many messages other quiet hours would have let go out; nothing of whom they were to
create view notices.pub_sent as
  select n.at, n.place, n.kind, n.urgent, exists (select from notices.sms s where s.notice = n.id) as texted from notices.notice n;
