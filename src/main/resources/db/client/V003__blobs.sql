-- Attachments of this laptop's cases, sealed each under a key of its own that only the record holds.
-- A row without bytes is one that was asked for and that the council did not have yet.
create table sealed_blob (
    stream varchar(120) not null,
    blob varchar(64) not null,
    sealed ${bytes},
    own boolean not null,
    named boolean not null,
    council_has_it boolean not null,
    kept_at timestamp with time zone not null,
    asked_at timestamp with time zone,
    primary key (stream, blob)
);
