-- The service's tables, as sync.md 2.4: streams with gapless revisions under the head's row lock,
-- one result for each operation, allocation as the authority for scope. Every key starts with the
-- tenant; there is no sequence and no order across streams.

create table stream_head (
    tenant varchar(40) not null,
    stream varchar(120) not null,
    kind varchar(20) not null,
    revision bigint not null,
    chain varchar(64) not null,
    durable_revision bigint not null,
    primary key (tenant, stream)
);

create table event (
    tenant varchar(40) not null,
    stream varchar(120) not null,
    revision bigint not null,
    op_id uuid not null,
    record uuid not null,
    field_group varchar(60),
    type varchar(60) not null,
    schema_version integer not null,
    author varchar(80) not null,
    device varchar(80) not null,
    received_at timestamp with time zone not null,
    chain varchar(64) not null,
    line ${bytes} not null,
    primary key (tenant, stream, revision)
);
create index event_by_record on event (tenant, stream, record);

create table op_result (
    tenant varchar(40) not null,
    op_id uuid not null,
    stream varchar(120) not null,
    result varchar(20) not null,
    revision bigint,
    parked_id uuid,
    reason varchar(60),
    conflict uuid,
    line_hash varchar(64) not null,
    primary key (tenant, op_id)
);

create table parked_op (
    tenant varchar(40) not null,
    parked_id uuid not null,
    op_id uuid not null,
    stream varchar(120) not null,
    record uuid,
    atomic_group uuid,
    author varchar(80) not null,
    device varchar(80) not null,
    reason varchar(60) not null,
    received_at timestamp with time zone not null,
    decided varchar(30),
    decided_by varchar(80),
    decided_at timestamp with time zone,
    decided_why varchar(300000),
    line ${bytes} not null,
    primary key (tenant, parked_id)
);

create index parked_op_by_record on parked_op (tenant, stream, record);
create index parked_op_by_group on parked_op (tenant, atomic_group);

create table allocation (
    tenant varchar(40) not null,
    worker varchar(80) not null,
    stream varchar(120) not null,
    depth varchar(10) not null,
    allocation_role varchar(30) not null,
    since timestamp with time zone not null,
    until timestamp with time zone,
    primary key (tenant, worker, stream, allocation_role, since)
);
create index allocation_by_stream on allocation (tenant, stream);

-- Which cases a person's stream belongs to, by the relationship records of the case; scope of the
-- person follows scope of the case.
create table person_link (
    tenant varchar(40) not null,
    case_stream varchar(120) not null,
    record uuid not null,
    person_stream varchar(120) not null,
    primary key (tenant, case_stream, record, person_stream)
);
create index person_link_by_person on person_link (tenant, person_stream);

create table account (
    tenant varchar(40) not null,
    name varchar(80) not null,
    display varchar(1000) not null,
    account_role varchar(40) not null,
    team varchar(200),
    supervisor varchar(80),
    ended_at timestamp with time zone,
    primary key (tenant, name)
);

-- A member of staff who is related to someone in a case sees nothing of that family.
create table declared_relationship (
    tenant varchar(40) not null,
    account varchar(80) not null,
    stream varchar(120) not null,
    primary key (tenant, account, stream)
);

create table enrolment_code (
    tenant varchar(40) not null,
    code_hash varchar(64) not null,
    account varchar(80) not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone,
    primary key (tenant, code_hash)
);

create table device (
    tenant varchar(40) not null,
    device varchar(80) not null,
    account varchar(80) not null,
    public_key varchar(4000) not null,
    enrolled_at timestamp with time zone not null,
    last_contact timestamp with time zone,
    device_state varchar(20) not null,
    pushes bigint not null,
    primary key (tenant, device)
);

-- The council's or census's own id for a child or person.
create table external_ref (
    tenant varchar(40) not null,
    kind varchar(20) not null,
    external_id varchar(120) not null,
    id uuid not null,
    primary key (tenant, kind, external_id)
);
create index external_ref_by_id on external_ref (tenant, id);

create table read_audit (
    tenant varchar(40) not null,
    read_id uuid not null,
    account varchar(80) not null,
    device varchar(80) not null,
    stream varchar(120) not null,
    from_revision bigint not null,
    to_revision bigint not null,
    read_at timestamp with time zone not null,
    primary key (tenant, read_id)
);

-- What laptops did at an order or found amiss: purged, reset, chain mismatch.
create table receipt (
    tenant varchar(40) not null,
    receipt_id uuid not null,
    device varchar(80) not null,
    account varchar(80) not null,
    kind varchar(40) not null,
    stream varchar(120) not null,
    revision bigint not null,
    received_at timestamp with time zone not null,
    primary key (tenant, receipt_id)
);

create table service_setting (
    name varchar(80) not null primary key,
    content varchar(1048576) not null
);
