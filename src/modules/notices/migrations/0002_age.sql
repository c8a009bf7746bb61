-- why: notices go after a year; those that are due are found without reading the rest
create index notice_at on notices.notice using brin (at);
