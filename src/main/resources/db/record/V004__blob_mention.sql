-- Which sealed attachments a record's steps name: what a laptop fetches, sends and shows as still to
-- come, and what the service hands out, all follow the log and nothing else.
create table blob_mention (
    stream varchar(120) not null,
    record uuid not null,
    op_id uuid not null,
    blob varchar(64) not null,
    author varchar(80) not null,
    revision bigint,
    primary key (stream, record, op_id, blob)
);
create index blob_mention_by_blob on blob_mention (stream, blob);
