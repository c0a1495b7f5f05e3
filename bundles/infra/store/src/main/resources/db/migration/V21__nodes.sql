-- Several containers on one database: who lives, what comes back, who computes which run, and what
-- they agree on when law goes in force. Common: no tenant's data, and asked before a tenant is
-- known. clock_timestamp() tells who lives; it is no date that counts.

-- A process. live_until is written by the node itself, by its own patience.
create table node
(
    node_id    text primary key,
    name       text        not null,
    started_at timestamptz not null default clock_timestamp(),
    seen_at    timestamptz not null default clock_timestamp(),
    live_until timestamptz not null,
    -- the last change of what is in force that it serves
    law_turn   bigint      not null default 0
);

-- The table of db-scheduler 16, as the library describes it for PostgreSQL.
create table scheduled_tasks
(
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- Drafts that somebody ordered and some node computes; the row goes with the draft. Who ordered the
-- run stays who prepared it, whoever's machine ends it.
create table run_work
(
    tenant_id    int         not null references locality,
    run_id       bigint      not null,
    node_id      text        not null,
    ordered_by   text        not null check (ordered_by <> ''),
    on_behalf_of text        not null,
    units        text[]      not null,
    -- tries of the platform itself, and when the next may be
    tries        int         not null default 0,
    next_at      timestamptz not null default clock_timestamp(),
    primary key (tenant_id, run_id)
);

-- What is in force changes by turns: one row, counted up by every change of table activation, so
-- that a node sees by one number that it has to look. While a node asks the others to get a version
-- ready, called_by, sha256 and call_until are set.
create table activation_turn
(
    one        boolean primary key default true check (one),
    turn       bigint not null default 0,
    call_no    bigint not null default 0,
    called_by  text,
    sha256     text references bundle_archive,
    call_until timestamptz,
    check ((called_by is null) = (sha256 is null) and (called_by is null) = (call_until is null))
);
insert into activation_turn default values;
revoke insert, delete on activation_turn from ansinh_app;

create function activation_turns() returns trigger
    language plpgsql
as
$$
begin
    update activation_turn set turn = turn + 1;
    return null;
end
$$;
revoke execute on function activation_turns() from public;
create trigger activation_turns after insert or update or delete on activation
    for each statement execute function activation_turns();

-- What the others said: the digest of what they compiled, or a fault in Vietnamese.
create table activation_answer
(
    call_no bigint not null,
    node_id text   not null,
    digest  text   not null,
    fault   text   not null,
    primary key (call_no, node_id)
);
