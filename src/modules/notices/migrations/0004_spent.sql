-- why: what the tools told goes when their rows are destroyed; that somebody was told, of what kind and when, stays
create index notice_of_tool on notices.notice (at) where kind like 'relief\_%' and not params ? 'spent';
