-- Platform: rights of the roles, how a tenant table is protected, localities, audit trail.
-- Runs as ansinh_owner, who owns the database; the roles ansinh_app and ansinh_work exist before
-- (docs/how-to/external-database.sql).

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect, temporary on database %I to ansinh_app', current_database());
    execute format('grant connect on database %I to ansinh_work', current_database());
end
$$;

revoke all on schema public from public;
grant usage on schema public to ansinh_app, ansinh_work;

-- What the owner creates from here on is the application's to read and write; it has no DDL.
-- Where it may do less (audit trail, partitions), the migration takes the rest back.
alter default privileges in schema public
    grant select, insert, update, delete on tables to ansinh_app;
alter default privileges in schema public grant usage on sequences to ansinh_app;
alter default privileges revoke execute on functions from public;

-- Puts a table under row-level security of the tenant: the one place where the policy is written.
-- A partition gets the policy too and loses the application's grants, so that nobody goes round
-- the parent. Every migration calls it for each tenant table and each partition it creates.
create function protect_tenant_table(target regclass) returns void
    language plpgsql
as
$$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
            'create policy tenant on %s using '
                || '(tenant_id = nullif(current_setting(''ansinh.tenant'', true), '''')::int)',
            target);
    if (select relispartition from pg_class where oid = target) then
        execute format('revoke all on %s from ansinh_app', target);
    end if;
end
$$;

-- Tenants (địa phương): an administration whose data are its own. Rows stay when a bundle goes.
create table locality
(
    tenant_id  integer generated always as identity primary key,
    code       text        not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name       text        not null check (name <> ''),
    created_at timestamptz not null
);
revoke delete on locality from ansinh_app;

-- Audit trail (nhật ký): ids and counts only, appended and never changed.
create table audit_event
(
    tenant_id    integer     not null
        default nullif(current_setting('ansinh.tenant', true), '')::int
        references locality,
    id           bigint      not null generated always as identity,
    at           timestamptz not null,
    actor        text        not null,
    purpose      text        not null,
    action       text        not null,
    subject_kind text        not null,
    subject_id   bigint      not null,
    detail       text        not null,
    primary key (tenant_id, id)
);
create index audit_event_subject on audit_event (tenant_id, subject_kind, subject_id, id);
select protect_tenant_table('audit_event');
revoke update, delete on audit_event from ansinh_app;
