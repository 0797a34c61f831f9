-- The laptop's own tables: the replica of the council's streams, own work on its way, drafts.

create table replica_stream (
    stream varchar(120) not null primary key,
    kind varchar(20) not null,
    revision bigint not null,
    chain varchar(64) not null,
    durable_revision bigint not null,
    depth varchar(10) not null,
    access varchar(20) not null
);

create table replica_event (
    stream varchar(120) not null,
    revision bigint not null,
    op_id uuid not null,
    record uuid not null,
    line ${bytes} not null,
    primary key (stream, revision)
);
create index replica_event_by_record on replica_event (stream, record);

-- Own operations: without a result (outbox), then with one until durable beyond the service.
create table own_operation (
    device_seq bigint not null primary key,
    op_id uuid not null unique,
    stream varchar(120) not null,
    record uuid not null,
    line ${bytes} not null,
    saved_at timestamp with time zone not null,
    state varchar(20) not null,
    revision bigint,
    parked_id uuid,
    reason varchar(60),
    resolved_at timestamp with time zone
);
create index own_operation_by_record on own_operation (stream, record);
create index own_operation_by_state on own_operation (state, device_seq);

create table local_draft (
    draft uuid not null primary key,
    kind varchar(40) not null,
    children varchar(4000) not null,
    body varchar(4194304) not null,
    place varchar(4000) not null,
    begun_at timestamp with time zone not null,
    saved_at timestamp with time zone not null,
    discarded_at timestamp with time zone
);

create table laptop_setting (
    name varchar(80) not null primary key,
    content varchar(1048576) not null
);

create table activity (
    position bigint not null primary key,
    happened_at timestamp with time zone not null,
    kind varchar(40) not null,
    stream varchar(120),
    what varchar(2000) not null
);
