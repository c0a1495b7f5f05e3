-- What is paid beside the regular list: corrections of past months, recoveries, one-off sums; money
-- nobody collected; and the one door by which a locality asks the others about one person.
--
-- A month of a component is settled with: its lines (regular and arrears), plus arrears that are due
-- and not taken by a run yet, minus what recoveries claim. A correction brings that to what is owed.
-- Lines and items of RECOVERY only collect what a recovery claims, so they count nowhere twice.

-- Decisions on what is paid beside the list: a sum paid once, the level of a new instrument for
-- everybody who receives, a claim given up. LEVEL concerns everybody and has no annex.
alter table decision
    drop constraint decision_kind_check,
    add constraint decision_kind_check check (kind in ('GRANT', 'ADJUST', 'SUSPEND', 'RESUME',
        'STOP', 'RECOVER', 'CORRECT_TEXT', 'REVOKE', 'REPEAL', 'ONE_OFF', 'LEVEL', 'WRITE_OFF'));
alter table decision_effect
    drop constraint decision_effect_component_check,
    add constraint decision_effect_component_check check
        (component in ('', 'MONTHLY', 'SINGLE_PARENT', 'CARE', 'FUNERAL', 'ONE_OFF'));
-- Who buries receives the funeral support: a payee of that component.
alter table payee
    drop constraint payee_component_check,
    add constraint payee_component_check check
        (component in ('MONTHLY', 'SINGLE_PARENT', 'CARE', 'FUNERAL', 'ONE_OFF'));

-- Past months where what is owed as known now is not what is settled. Found anew by every search;
-- what no longer holds is superseded. Nothing is paid by a proposal.
create table correction (
    tenant_id              int         not null
        default nullif(current_setting('ansinh.tenant', true), '')::int,
    correction_id          bigint      not null generated always as identity,
    person_id              bigint      not null,
    component              smallint    not null check (component between 1 and 3),
    for_month              date        not null check (extract(day from for_month) = 1),
    cause                  text        not null
        check (cause in ('LAW', 'LAW_ENDED', 'DECISION', 'DEATH', 'ELSEWHERE')),
    owed_dong              bigint      not null check (owed_dong >= 0),
    settled_dong           bigint      not null,
    -- the line it corrects is of the same month and component; null: none was ever written
    cites_sequence         smallint,
    payee_kind             text        not null check (payee_kind in ('SELF', 'GUARDIAN', 'CARER',
        'AUTHORISED', 'FACILITY', 'HEIR', 'HOUSEHOLD')),
    source                 text        not null check (source <> ''),
    budget_year            int         not null,
    entitlement_id         bigint      not null,
    decision_id            bigint      not null,
    unit_code              text        not null,
    ground                 text        not null,
    restricted             boolean     not null,
    coefficient_hundredths int         not null,
    rate_dong              bigint      not null,
    instrument             text        not null,
    uncertain              boolean     not null,
    found_at               timestamptz not null,
    superseded_at          timestamptz,
    accepted_at            timestamptz,
    accepted_by            bigint,
    primary key (tenant_id, correction_id),
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, accepted_by) references decision,
    check (owed_dong <> settled_dong),
    check ((accepted_at is null) = (accepted_by is null)),
    check (superseded_at is null or accepted_at is null)
);
comment on column correction.cause is
    'LAW: only the rate changed; LAW_ENDED: the same for who no longer received when the instrument '
    'came into force, listed only; ELSEWHERE: another locality pays the month, listed only';
comment on column correction.source is 'layer the money is of: nothing is netted across sources';
create unique index correction_open on correction (tenant_id, person_id, for_month, component)
    where superseded_at is null and accepted_at is null;

-- A claim of overpaid money (thu hồi), by decision. It is recovered from later lines, transferred to
-- the Treasury, written off, or open: the four make its total.
create table recovery (
    tenant_id   int         not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    recovery_id bigint      not null generated always as identity,
    person_id   bigint      not null,
    payee_kind  text        not null,
    source      text        not null,
    budget_year int         not null,
    decision_id bigint      not null,
    total_dong  bigint      not null check (total_dong > 0),
    instalments int         not null check (instalments >= 0),
    opened_at   timestamptz not null,
    primary key (tenant_id, recovery_id),
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, decision_id) references decision
);
create index recovery_of_person on recovery (tenant_id, person_id);

create table recovery_month (
    tenant_id      int      not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    recovery_id    bigint   not null,
    person_id      bigint   not null,
    component      smallint not null check (component between 1 and 3),
    for_month      date     not null check (extract(day from for_month) = 1),
    cites_sequence smallint,
    amount_dong    bigint   not null check (amount_dong > 0),
    primary key (tenant_id, recovery_id, for_month, component),
    foreign key (tenant_id, recovery_id) references recovery,
    foreign key (tenant_id, person_id) references person
);
create index recovery_month_of_person on recovery_month (tenant_id, person_id, for_month, component);

create table recovery_entry (
    tenant_id   int         not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    entry_id    bigint      not null generated always as identity,
    recovery_id bigint      not null,
    person_id   bigint      not null,
    kind        text        not null check (kind in ('TRANSFERRED', 'WRITTEN_OFF')),
    amount_dong bigint      not null check (amount_dong > 0),
    on_day      date        not null,
    paper       text        not null check (paper <> ''),
    decision_id bigint      not null,
    recorded_by text        not null check (recorded_by <> ''),
    recorded_at timestamptz not null,
    primary key (tenant_id, entry_id),
    foreign key (tenant_id, recovery_id) references recovery,
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, decision_id) references decision
);
create index recovery_entry_of on recovery_entry (tenant_id, recovery_id);
-- A paper of the Treasury, or a decision, counts once for a claim.
create unique index recovery_entry_once on recovery_entry (tenant_id, recovery_id, kind, paper);

-- What a run pays or keeps beside its list. Appended; open while no run's line has taken it and it
-- is not withdrawn.
create table due_item (
    tenant_id              int         not null
        default nullif(current_setting('ansinh.tenant', true), '')::int,
    item_id                bigint      not null generated always as identity,
    person_id              bigint      not null,
    component              smallint    not null check (component between 1 and 9),
    for_month              date        not null check (extract(day from for_month) = 1),
    sequence               smallint    not null check (sequence between 1 and 999),
    kind                   text        not null check (kind in ('ARREARS', 'RECOVERY', 'ONE_OFF')),
    amount_dong            bigint      not null check (amount_dong > 0),
    payee_kind             text        not null check (payee_kind in ('SELF', 'GUARDIAN', 'CARER',
        'AUTHORISED', 'FACILITY', 'HEIR', 'HOUSEHOLD')),
    source                 text        not null,
    budget_year            int         not null,
    decision_id            bigint      not null,
    cites_month            date,
    cites_component        smallint,
    cites_sequence         smallint,
    known_at               timestamptz not null,
    -- of a recovery: its claim, the first month a run may take it, whether it is set off against
    -- arrears of the same run only
    recovery_id            bigint,
    take_from              date check (extract(day from take_from) = 1),
    set_off                boolean     not null default false,
    -- what its line says
    entitlement_id         bigint      not null,
    ground                 text        not null,
    restricted             boolean     not null,
    coefficient_hundredths int         not null,
    rate_dong              bigint      not null,
    instrument             text        not null,
    uncertain              boolean     not null,
    primary key (tenant_id, item_id),
    unique (tenant_id, for_month, person_id, component, sequence),
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, decision_id) references decision,
    foreign key (tenant_id, recovery_id) references recovery,
    check ((kind = 'RECOVERY') = (recovery_id is not null)),
    check ((cites_month is null) = (cites_sequence is null)
        and (cites_month is null) = (cites_component is null)),
    check (not set_off or kind = 'RECOVERY'),
    check ((kind = 'ONE_OFF') = (component > 3))
);
create index due_item_of_person on due_item (tenant_id, person_id, item_id);
create index due_item_of_recovery on due_item (tenant_id, recovery_id) where recovery_id is not null;
-- A one-off sum of a decision becomes due once.
create unique index due_item_one_off_once on due_item (tenant_id, decision_id, person_id, component)
    where kind = 'ONE_OFF';

-- An instalment that is no longer taken from lines: transferred, written off or planned anew.
create table due_item_withdrawn (
    tenant_id    int         not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    item_id      bigint      not null,
    person_id    bigint      not null,
    entry_id     bigint      not null,
    withdrawn_at timestamptz not null,
    primary key (tenant_id, item_id),
    foreign key (tenant_id, item_id) references due_item,
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, entry_id) references recovery_entry
);

-- Which line took an item. Deleted with the line when its run is computed again or cancelled.
create table due_item_line (
    tenant_id int      not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    item_id   bigint   not null,
    run_id    bigint   not null,
    for_month date     not null,
    person_id bigint   not null,
    component smallint not null,
    sequence  smallint not null,
    primary key (tenant_id, item_id),
    foreign key (tenant_id, item_id) references due_item,
    foreign key (tenant_id, run_id) references payment_run (tenant_id, id)
);
create index due_item_line_of_run on due_item_line (tenant_id, run_id, person_id);

select protect_tenant_table('correction');
select protect_tenant_table('recovery');
select protect_tenant_table('recovery_month');
select protect_tenant_table('recovery_entry');
select protect_tenant_table('due_item');
select protect_tenant_table('due_item_withdrawn');
select protect_tenant_table('due_item_line');
select protect_by_units('correction');
select protect_by_units('recovery');
select protect_by_units('recovery_month');
select protect_by_units('recovery_entry');
select protect_by_units('due_item');
select protect_by_units('due_item_withdrawn');
select protect_by_units('due_item_line');

revoke update, delete on correction, recovery, recovery_month, recovery_entry, due_item,
    due_item_withdrawn from ansinh_app;
grant update (superseded_at, accepted_at, accepted_by) on correction to ansinh_app;
revoke update on due_item_line from ansinh_app;

create policy drafts on due_item_line as restrictive for insert
    with check ((tenant_id, run_id) in (select r.tenant_id, r.id from payment_run r
                                        where r.state = 'DRAFT'));
create trigger due_item_line_is_final after delete on due_item_line
    referencing old table as gone for each statement execute function run_part_is_final();

-- Taken once: an item that was withdrawn is not taken, one that was taken is not withdrawn.
create function due_item_is_open() returns trigger language plpgsql as $$
begin
    if exists (select 1 from added a join due_item_withdrawn w using (tenant_id, item_id)
               join due_item_line l using (tenant_id, item_id)) then
        raise exception 'a due item is taken or withdrawn, not both' using errcode = '23514';
    end if;
    return null;
end
$$;
create trigger due_item_line_of_open after insert on due_item_line
    referencing new table as added for each statement execute function due_item_is_open();
create trigger due_item_withdrawn_is_open after insert on due_item_withdrawn
    referencing new table as added for each statement execute function due_item_is_open();

-- More than its total is never transferred and written off.
create function recovery_is_covered() returns trigger language plpgsql as $$
declare
    claim recovery;
begin
    select * into claim from recovery r
        where r.tenant_id = new.tenant_id and r.recovery_id = new.recovery_id;
    if claim.total_dong < (
            select sum(e.amount_dong) from recovery_entry e
            where e.tenant_id = new.tenant_id and e.recovery_id = new.recovery_id)
          + (select coalesce(sum(i.amount_dong), 0) from due_item i
             join due_item_line l using (tenant_id, item_id)
             where i.tenant_id = new.tenant_id and i.recovery_id = new.recovery_id) then
        raise exception 'recovery % is not as much', new.recovery_id using errcode = '23514';
    end if;
    return null;
end
$$;
create constraint trigger recovery_is_covered after insert on recovery_entry
    for each row execute function recovery_is_covered();

-- The door between localities. A question is about one's own person and one month; the answer is
-- which localities pay that month, nothing else. Numbers are compared by a keyed hash whose key and
-- digests only the owner can read. Asking leaves a record here and in the trail of both.
-- The two padded keys of HMAC-SHA256: PostgreSQL itself has the hash only, and padding anew for each
-- number would make an import of a hundred thousand people wait.
create table door_key (
    one       boolean primary key default true check (one),
    inner_key bytea not null check (length(inner_key) = 64),
    outer_key bytea not null check (length(outer_key) = 64)
);
do $$
declare
    key       bytea := sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea)
                       || decode(repeat('00', 32), 'hex');
    inner_pad bytea := key;
    outer_pad bytea := key;
begin
    for i in 0..63 loop
        inner_pad := set_byte(inner_pad, i, get_byte(key, i) # 54);
        outer_pad := set_byte(outer_pad, i, get_byte(key, i) # 92);
    end loop;
    insert into door_key (inner_key, outer_key) values (inner_pad, outer_pad);
end
$$;
revoke all on door_key from ansinh_app;

create table door_digest (
    tenant_id int    not null references locality,
    number_id bigint not null,
    digest    bytea  not null check (length(digest) = 32),
    primary key (tenant_id, number_id)
);
create index door_digest_of on door_digest (digest);
revoke all on door_digest from ansinh_app;

create table door_question (
    question_id bigint generated always as identity primary key,
    asked_by    int         not null references locality,
    actor       text        not null check (actor <> ''),
    legal_basis text        not null check (legal_basis <> ''),
    for_month   date        not null,
    digest      bytea       not null,
    asked_at    timestamptz not null,
    matched     int[]       not null
);
revoke all on door_question from ansinh_app;
grant select on door_question to ansinh_app;
revoke select (digest) on door_question from ansinh_app;

create function door_digest_of(number text) returns bytea
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as
$$
    select sha256(k.outer_key || sha256(k.inner_key || convert_to(number, 'UTF8')))
    from public.door_key k
$$;

create function personal_id_at_door() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as
$$
begin
    insert into door_digest (tenant_id, number_id, digest)
        select a.tenant_id, a.personal_id_id,
            sha256(k.outer_key || sha256(k.inner_key || convert_to(a.number, 'UTF8')))
        from added a cross join door_key k
        where a.number ~ '^[0-9]{12}$'
        on conflict do nothing;
    return null;
end
$$;
create trigger personal_id_at_door after insert on personal_id
    referencing new table as added for each statement execute function personal_id_at_door();
insert into door_digest (tenant_id, number_id, digest)
    select tenant_id, personal_id_id, door_digest_of(number) from personal_id
    where number ~ '^[0-9]{12}$';

-- Which other localities pay a month for a person of the current tenant.
create function door_ask(asked_person bigint, month date, basis text, who text, at timestamptz)
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
grant execute on function door_ask to ansinh_app;
