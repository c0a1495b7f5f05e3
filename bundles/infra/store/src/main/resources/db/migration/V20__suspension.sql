-- Localities at rest: everything can be read, nothing changes.

alter table locality
    add column suspended_at     timestamptz,
    add column suspended_reason text not null default '',
    add constraint suspended_for_a_reason
        check ((suspended_at is null) = (suspended_reason = ''));

-- Once per statement, not per row: a list of a million lines asks once. AS103 is ours; Failures
-- knows it.
create function refuse_while_suspended() returns trigger
    language plpgsql
as
$$
begin
    if exists (select 1
               from locality
               where tenant_id = nullif(current_setting('ansinh.tenant', true), '')::int
                 and suspended_at is not null) then
        raise exception 'locality is suspended' using errcode = 'AS103';
    end if;
    return null;
end
$$;

-- As before, and a tenant's table refuses changes of a locality at rest. Partitions are written
-- through their parents. The trail of who read goes on, or nobody could read.
create or replace function protect_tenant_table(target regclass) returns void
    language plpgsql
as
$$
declare
    is_partition boolean := (select relispartition from pg_class where oid = target);
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
            'create policy tenant on %s using '
                || '(tenant_id = nullif(current_setting(''ansinh.tenant'', true), '''')::int)',
            target);
    if is_partition then
        execute format('revoke all on %s from ansinh_app', target);
    else
        perform rest_with_locality(target);
    end if;
end
$$;

create function rest_with_locality(target regclass) returns void
    language plpgsql
as
$$
begin
    if (select relname from pg_class where oid = target) not in ('audit_event', 'audit_subject') then
        execute format(
                'create trigger rests_with_locality before insert or update or delete on %s'
                    || ' for each statement execute function refuse_while_suspended()',
                target);
    end if;
end
$$;
revoke execute on function refuse_while_suspended(), rest_with_locality(regclass) from public;

-- Tables that were there before.
do $$
declare
    target regclass;
begin
    for target in
        select p.polrelid::regclass
        from pg_policy p
                 join pg_class c on c.oid = p.polrelid
        where p.polname = 'tenant'
          and not c.relispartition
    loop
        perform rest_with_locality(target);
    end loop;
end
$$;
