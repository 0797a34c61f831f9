-- What search looks in: for each record, or part of a summary, its different words, folded for
-- matching. The sentences stay where they are, in the log.
create table search_entry (
    stream varchar(120) not null,
    record uuid not null,
    part varchar(60) not null,
    type varchar(60) not null,
    happened_at varchar(40),
    words varchar(1048576) not null,
    primary key (stream, record, part)
);
create index search_entry_by_time on search_entry (happened_at);
