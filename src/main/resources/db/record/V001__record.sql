-- Projections of the event log: each record's rows are a fold of that record's events and own
-- unsent operations, deleted and rewritten together. The same tables on laptop and service.
-- ${json} and ${bytes} are the words H2 and PostgreSQL spell differently.

-- One row a record: what lists need.
create table record_entry (
    stream varchar(120) not null,
    record uuid not null,
    type varchar(60) not null,
    state varchar(20) not null,
    author varchar(80) not null,
    happened_at varchar(40),
    recorded_at timestamp with time zone not null,
    revision bigint,
    unsent integer not null,
    parked integer not null,
    brought_in boolean not null,
    primary key (stream, record)
);
create index record_entry_by_type on record_entry (type, stream);
create index record_entry_by_record on record_entry (record);

-- The heads of each field group: one row when people agree, two or more when they have to decide.
create table record_head (
    stream varchar(120) not null,
    record uuid not null,
    field_group varchar(60) not null,
    op_id uuid not null,
    author varchar(80) not null,
    device varchar(80) not null,
    written_at timestamp with time zone not null,
    revision bigint,
    parked boolean not null,
    why varchar(300000),
    head_value varchar(1048576) not null,
    primary key (stream, record, field_group, op_id)
);

-- What was added to a finished record, in order.
create table record_addition (
    stream varchar(120) not null,
    record uuid not null,
    op_id uuid not null,
    kind varchar(20) not null,
    author varchar(80) not null,
    device varchar(80) not null,
    written_at timestamp with time zone not null,
    revision bigint,
    parked boolean not null,
    why varchar(300000),
    addition varchar(1048576) not null,
    primary key (stream, record, op_id)
);

-- A child as lists and search show them.
create table child (
    child uuid not null primary key,
    stream varchar(120) not null,
    external_id varchar(80),
    given_name varchar(1000),
    family_name varchar(1000),
    known_as varchar(1000),
    born_on date,
    expected_on date,
    died_on date,
    sex varchar(10),
    family uuid,
    family_label varchar(1000),
    address_line varchar(4000),
    address_withheld boolean not null
);

-- A person in a child's life: an adult, or a child who has no case of their own here.
create table person (
    person uuid not null primary key,
    stream varchar(120) not null,
    external_id varchar(80),
    display_name varchar(2000) not null,
    born_on date,
    kind varchar(20) not null
);

create table relationship (
    stream varchar(120) not null,
    record uuid not null,
    child uuid not null,
    person uuid not null,
    relation varchar(4000) not null,
    parental_responsibility varchar(10),
    in_household varchar(10),
    from_on date,
    to_on date,
    withdrawn boolean not null,
    primary key (stream, record)
);
create index relationship_by_person on relationship (person);

-- One row for each child of a visit, whether seen or not.
create table child_visit (
    stream varchar(120) not null,
    visit uuid not null,
    child uuid not null,
    author varchar(80) not null,
    kind varchar(40),
    mode varchar(20),
    access varchar(20),
    place varchar(40),
    started_at timestamp with time zone,
    visit_day date,
    seen varchar(20),
    alone varchar(30),
    alone_counted boolean not null,
    counts_as_visit boolean not null,
    reason_not_alone varchar(60),
    child_words varchar(300000),
    next_visit_on date,
    withdrawn boolean not null,
    primary key (stream, visit)
);
create index child_visit_by_child on child_visit (child, visit_day);

-- A plan or episode that a child was on, from the record that began it to the one that ended it.
create table plan_period (
    stream varchar(120) not null,
    record uuid not null,
    child uuid not null,
    kind varchar(10) not null,
    started_on date,
    ended_on date,
    withdrawn boolean not null,
    primary key (stream, record)
);
