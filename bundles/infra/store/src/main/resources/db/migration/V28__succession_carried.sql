-- A succession is carried out and can be taken back until a successor has paid.

-- Which decisions a successor has from an old locality: taking back removes these and no others.
create table decision_origin
(
    tenant_id     int         not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    decision_id   bigint      not null,
    succession_id bigint      not null,
    from_code     text        not null,
    carried_at    timestamptz not null,
    primary key (tenant_id, decision_id, succession_id),
    foreign key (tenant_id, decision_id) references decision
);
create index decision_origin_of on decision_origin (tenant_id, succession_id, from_code);
select protect_tenant_table('decision_origin');
revoke update, delete on decision_origin from ansinh_app;

-- What a successor's tables of people were when it was opened: what differs later was recorded there
-- and would be lost by taking back. Replaced by nothing but the check of the same succession.
create table succession_print
(
    succession_id bigint not null references succession,
    new_code      text   not null,
    table_name    text   not null,
    row_count     bigint not null,
    digest        text   not null,
    primary key (succession_id, new_code, table_name)
);

-- A locality at rest for a succession is woken by the succession only; one that handed over never.
create function rests_for_succession() returns trigger
    language plpgsql
as
$$
begin
    if exists (select 1
               from succession s
                        join succession_party p using (succession_id)
               where p.code = old.code
                 and (s.state in ('RUNNING', 'FAILED', 'REVERSING')
                   or s.state = 'DONE' and not p.successor)) then
        raise exception 'locality % rests for a succession', old.code using errcode = 'AS105';
    end if;
    return new;
end
$$;
revoke execute on function rests_for_succession() from public;
create trigger rests_for_succession before update on locality
    for each row when (old.suspended_at is not null and new.suspended_at is null)
    execute function rests_for_succession();

-- Whether this transaction takes back, in a successor, what a succession brought.
create function succession_takes_back() returns boolean
    language sql stable
as
$$
    select exists (select 1
                   from succession s
                            join succession_party p using (succession_id)
                            join locality l on l.code = p.code
                   where s.succession_id =
                         nullif(current_setting('ansinh.succession', true), '')::bigint
                     and s.state = 'REVERSING'
                     and p.successor
                     and l.tenant_id = nullif(current_setting('ansinh.tenant', true), '')::int)
$$;
grant execute on function succession_takes_back() to ansinh_app;

create or replace function decision_annex_is_final() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from touched t join decision d using (tenant_id, decision_id)
        where d.state <> 'DRAFT' and (d.origin = 'DECIDED' or tg_op = 'DELETE'))
       and not (tg_op = 'DELETE' and succession_takes_back()) then
        raise exception 'the annex of a signed decision does not change' using errcode = '23514';
    end if;
    return null;
end
$$;

-- Removes from the tenant of the session what a succession brought, and nothing else. The
-- application may not delete any of it; the owner's rights reach one tenant, named in every
-- statement, and only while the succession is being taken back.
create function succession_take_back() returns bigint
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as
$$
declare
    mine   int    := nullif(current_setting('ansinh.tenant', true), '')::int;
    which  bigint := nullif(current_setting('ansinh.succession', true), '')::bigint;
    people bigint[];
    homes  bigint[];
    papers bigint[];
    named  text[];
    gone   bigint := 0;
    n      bigint;
begin
    if not succession_takes_back() then
        raise exception 'no succession is taken back here' using errcode = '42501';
    end if;
    people := array(select person_id from person_origin
                    where tenant_id = mine and succession_id = which);
    homes := array(select household_id from household_origin
                   where tenant_id = mine and succession_id = which);
    papers := array(select decision_id from decision_origin
                    where tenant_id = mine and succession_id = which);
    delete from review_case where tenant_id = mine
        and (subject_kind = 'PERSON' and subject_id = any (people)
            or subject_kind = 'HOUSEHOLD' and subject_id = any (homes));
    get diagnostics gone = row_count;
    delete from duplicate_pair where tenant_id = mine
        and (first_person = any (people) or second_person = any (people));
    get diagnostics n = row_count;
    gone := gone + n;
    delete from door_digest d using personal_id i where i.tenant_id = mine
        and i.person_id = any (people) and d.tenant_id = mine and d.number_id = i.personal_id_id;
    -- In the order of their foreign keys; the column says by which of the three lists.
    foreach named slice 1 in array array[
        ['correction', 'person_id'], ['due_item', 'person_id'], ['recovery', 'person_id'],
        ['arrears_proposal', 'person_id'], ['entitlement', 'person_id'], ['payee', 'person_id'],
        ['decision_effect', 'decision_id'], ['decision_warning', 'decision_id'],
        ['decision_origin', 'decision_id'], ['decision', 'decision_id'],
        ['household_event', 'household_id'], ['household_member', 'household_id'],
        ['poverty_status', 'household_id'], ['household_origin', 'household_id'],
        ['household', 'household_id'], ['person_origin', 'person_id'],
        ['person_merge', 'person_id'], ['person_past', 'person_id'], ['residence', 'person_id'],
        ['fact', 'person_id'], ['personal_id', 'person_id'], ['person_token', 'person_id'],
        ['person', 'person_id']]
    loop
        execute format('delete from %I where tenant_id = $1 and %I = any ($2)', named[1], named[2])
            using mine, case named[2] when 'person_id' then people when 'household_id' then homes
                                      else papers end;
        get diagnostics n = row_count;
        gone := gone + n;
    end loop;
    return gone;
end
$$;
grant execute on function succession_take_back() to ansinh_app;

-- The door: a locality that handed over pays nobody from the effective month on, and a successor
-- did not pay the months before it for those who came. Otherwise as in V15.
create or replace function door_ask(asked_person bigint, month date, basis text, who text, at timestamptz)
    returns table (code text, name text)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as
$$
declare
    tenant int := nullif(current_setting('ansinh.tenant', true), '')::int;
    mine   bytea;
    found  int[];
begin
    if tenant is null then
        raise exception 'no tenant asks' using errcode = '42501';
    end if;
    select door_digest_of(i.number) into mine from personal_id i
        where i.tenant_id = tenant and i.person_id = asked_person and i.superseded_at is null
          and i.valid_to is null order by i.valid_from desc limit 1;
    if mine is null then
        return;
    end if;
    with elsewhere as (
        select i.tenant_id, i.person_id from door_digest d
        join personal_id i on i.tenant_id = d.tenant_id and i.personal_id_id = d.number_id
        where d.digest = mine and d.tenant_id <> tenant and i.superseded_at is null
    ), paying as (
        select w.tenant_id, w.person_id from elsewhere w
        where exists (select 1 from entitlement e
            where e.tenant_id = w.tenant_id and e.person_id = w.person_id and e.ended_at is null
            and e.from_month <= month and (e.to_month is null or e.to_month >= month))
        and not exists (select 1 from succession s
            join succession_party p using (succession_id)
            join locality l on l.code = p.code
            where l.tenant_id = w.tenant_id and not p.successor and s.state = 'DONE'
            and month >= s.effective_month)
        and not exists (select 1 from person_origin o
            join succession s using (succession_id)
            where o.tenant_id = w.tenant_id and o.person_id = w.person_id
            and month < s.effective_month)
    ), told as (
        insert into audit_event (tenant_id, at, actor, purpose, action, subject_kind, subject_id,
                                 detail)
        select w.tenant_id, at, who, basis, 'door.answer', 'beneficiary', w.person_id,
               'month=' || to_char(month, 'YYYY-MM') || ' asked-by=' || tenant
        from elsewhere w
        returning audit_event.tenant_id
    )
    select coalesce(array_agg(distinct p.tenant_id), '{}') into found from paying p;
    insert into door_question (asked_by, actor, legal_basis, for_month, digest, asked_at, matched)
        values (tenant, who, basis, month, mine, at, found);
    return query select l.code, l.name from locality l where l.tenant_id = any (found)
        order by l.code;
end
$$;
