-- Rights by unit and period, delegations, titles; the trail's procedure and delegator and what a
-- record of a list is about; and the second policy of tenant tables: people by unit.

-- Accounts are closed, not deleted; rights and delegations end, and their rows stay.
alter table account
    add column changed_by text not null default 'system:migration',
    add column closed_at  timestamptz,
    add column closed_by  text;

alter table account_right
    drop constraint account_right_pkey,
    drop constraint account_right_login_fkey,
    add column id         bigint generated always as identity primary key,
    -- codes of the units at the top of the subtrees; empty for the whole locality
    add column units      text[]      not null default '{}',
    add column data_class text        not null default 'ORDINARY'
        check (data_class in ('ORDINARY', 'RESTRICTED')),
    add column valid_from date,
    add column valid_to   date,
    add column paper      text        not null default '',
    add column granted_at timestamptz not null default '2026-01-01T00:00:00Z',
    add column granted_by text        not null default 'system:migration',
    add column ended_at   timestamptz,
    add column ended_by   text,
    add foreign key (login) references account,
    add check (valid_to >= valid_from),
    add check ((ended_at is null) = (ended_by is null));
alter table account_right
    alter column granted_at drop default,
    alter column granted_by drop default;
create index account_right_of on account_right (login) where ended_at is null;
create index account_right_in on account_right (locality_code, id);

create table delegation
(
    id            bigint generated always as identity primary key,
    from_login    text        not null references account,
    to_login      text        not null references account,
    locality_code text        not null references locality (code),
    -- which roles; empty for all
    roles         text[]      not null,
    first_day     date        not null,
    last_day      date        not null,
    paper         text        not null check (paper <> ''),
    granted_at    timestamptz not null,
    granted_by    text        not null,
    ended_at      timestamptz,
    ended_by      text,
    check (from_login <> to_login),
    check (last_day >= first_day),
    check ((ended_at is null) = (ended_by is null))
);
create index delegation_to on delegation (to_login) where ended_at is null;
create index delegation_in on delegation (locality_code, id);

create table role_title
(
    locality_code text not null references locality (code),
    title         text not null check (title <> ''),
    role          text not null,
    primary key (locality_code, title)
);

revoke update, delete on account_right, delegation, account from ansinh_app;
grant update (ended_at, ended_by) on account_right, delegation to ansinh_app;
grant update (secret_hash, changed_by, closed_at, closed_by) on account to ansinh_app;

-- The trail.
alter table audit_event
    add column on_behalf_of text not null default '',
    add column procedure    text not null default '';
create index audit_event_actor on audit_event (tenant_id, actor, id);

-- The subjects of a record about a list, so that each finds it.
create table audit_subject
(
    tenant_id    integer not null
        default nullif(current_setting('ansinh.tenant', true), '')::int
        references locality,
    subject_kind text    not null,
    subject_id   bigint  not null,
    event_id     bigint  not null,
    primary key (tenant_id, subject_kind, subject_id, event_id),
    foreign key (tenant_id, event_id) references audit_event (tenant_id, id)
);
select protect_tenant_table('audit_subject');
revoke update, delete on audit_subject from ansinh_app;

-- Which unit of a locality lies below which (phường → tổ dân phố), as the locality says it.
create table unit_below
(
    locality_code text not null references locality (code),
    unit_code     text not null check (unit_code <> ''),
    above_code    text not null check (above_code <> ''),
    primary key (locality_code, unit_code),
    check (unit_code <> above_code)
);

-- Unit subtrees. Whoever works for some units only has their codes in ansinh.units, set with the
-- tenant at the begin of every transaction; it is empty for the whole locality. One policy, added
-- (restrictive) to that of the tenant, decides by the columns a table has:
--   person, household, others with unit_code   the row's unit is one of them;
--   person_id                                  the row's person is one that can be seen;
--   household_id                               the row's household is one that can be seen;
--   none of them                               nothing can be read, unless the table is said to be
--                                              open (db/tables.csv says why); rows may be added.
-- Every migration calls it for each tenant table that it creates.
-- The two questions are functions and no subqueries: nobody asks them for a whole locality, and the
-- planner shall neither price them in nor read all people beforehand.
create function person_seen(tenant int, person bigint) returns boolean
    language plpgsql stable parallel safe cost 10
as
$$
begin
    return exists (select 1 from person p where p.tenant_id = tenant and p.person_id = person);
end
$$;

create function household_seen(tenant int, household bigint) returns boolean
    language plpgsql stable parallel safe cost 10
as
$$
begin
    return exists (select 1 from household h
                   where h.tenant_id = tenant and h.household_id = household);
end
$$;

grant execute on function person_seen, household_seen to ansinh_app;

create function protect_by_units(target regclass, open boolean default false) returns void
    language plpgsql
as
$$
declare
    everything text := '(select coalesce(current_setting(''ansinh.units'', true), '''')) = ''''';
    columns    text[] := (select array_agg(attname::text) from pg_attribute
                          where attrelid = target and attnum > 0 and not attisdropped);
    owner      text;
    seen       text;
begin
    if open then
        return;
    end if;
    owner := case
        when target::text in ('person', 'household') then null
        when 'person_id' = any (columns) then 'person'
        when 'unit_code' = any (columns) then null
        when 'household_id' = any (columns) then 'household' end;
    if owner is not null then
        seen := format('%1$s_seen(tenant_id, %1$s_id)', owner);
    elsif 'unit_code' = any (columns) then
        seen := 'unit_code = any (string_to_array('
            || '(select current_setting(''ansinh.units'', true)), '',''))';
    else
        execute format(
            'create policy units on %s as restrictive using (%s) with check (true)',
            target, everything);
        return;
    end if;
    execute format(
        'create policy units on %s as restrictive using (%s or %s)', target, everything, seen);
end
$$;

-- All tables there are, those of earlier migrations too.
do $$
declare
    target regclass;
begin
    for target in
        select c.oid from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and c.relrowsecurity and not c.relispartition
        order by c.relname
    loop
        perform protect_by_units(target, target::text in
            ('audit_event', 'audit_subject', 'payment_run', 'run_chunk', 'run_row',
             'ledger_link', 'decision', 'request_answer'));
    end loop;
end
$$;
