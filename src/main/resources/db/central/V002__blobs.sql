-- Sealed attachments, declared and then brought in chunks; reached only through the stream whose
-- events name them, never by their hash alone.
create table declared_blob (
    tenant varchar(40) not null,
    stream varchar(120) not null,
    blob varchar(64) not null,
    bytes bigint not null,
    chunk_bytes integer not null,
    account varchar(80) not null,
    device varchar(80) not null,
    declared_at timestamp with time zone not null,
    completed_at timestamp with time zone,
    primary key (tenant, stream, blob)
);
create index declared_blob_open on declared_blob (tenant, declared_at);

create table blob_chunk (
    tenant varchar(40) not null,
    stream varchar(120) not null,
    blob varchar(64) not null,
    position integer not null,
    content ${bytes} not null,
    primary key (tenant, stream, blob, position)
);
