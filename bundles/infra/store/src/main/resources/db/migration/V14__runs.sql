-- The life of a run: one table of moves, events that make them, duties that differ by hand, months
-- that are in one live regular run, single lines that are held.
--
-- payment_run.state, round and approvals follow run_event by its trigger; the application has no
-- right to write them. What a run consists of is written and deleted while it is a draft; lines of
-- a cancelled run are taken away too, which frees their keys.

-- The table of moves. A state that is not left is not in from_state.
create table run_transition (
    from_state text not null,
    to_state   text not null,
    duty       text not null check (duty in ('PREPARE', 'CHECK', 'APPROVE', 'PAY')),
    primary key (from_state, to_state, duty)
);
insert into run_transition (from_state, to_state, duty) values
    ('DRAFT', 'COMPUTED', 'PREPARE'),
    ('DRAFT', 'CANCELLED', 'PREPARE'),
    ('COMPUTED', 'DRAFT', 'PREPARE'),        -- compute again
    ('COMPUTED', 'SUBMITTED', 'PREPARE'),
    ('COMPUTED', 'CANCELLED', 'PREPARE'),
    ('SUBMITTED', 'SUBMITTED', 'CHECK'),     -- the accountant checked
    ('SUBMITTED', 'SUBMITTED', 'APPROVE'),   -- the first of two approvals
    ('SUBMITTED', 'APPROVED', 'APPROVE'),
    ('SUBMITTED', 'RETURNED', 'PREPARE'),
    ('SUBMITTED', 'RETURNED', 'CHECK'),
    ('SUBMITTED', 'RETURNED', 'APPROVE'),
    ('APPROVED', 'RETURNED', 'CHECK'),
    ('APPROVED', 'RETURNED', 'APPROVE'),
    ('APPROVED', 'SENT', 'PAY'),
    ('RETURNED', 'DRAFT', 'PREPARE'),        -- compute again
    ('RETURNED', 'CANCELLED', 'PREPARE'),
    ('SENT', 'SETTLING', 'PAY'),
    ('SETTLING', 'CLOSED', 'PAY');
revoke insert, update, delete on run_transition from ansinh_app;

-- Runs there are: regular, of one month, computed or draft.
drop trigger payment_run_is_final on payment_run;
alter table payment_run
    add column to_month    date,
    add column budget_year int,
    add column round       int not null default 1 check (round > 0),
    add column approvals   int not null default 1 check (approvals in (1, 2)),
    drop constraint payment_run_tenant_id_for_month_kind_key,
    drop constraint payment_run_kind_check,
    drop constraint payment_run_state_check,
    drop constraint payment_run_check;
update payment_run set to_month = for_month, budget_year = extract(year from for_month);
alter table payment_run
    alter column to_month set not null,
    alter column budget_year set not null,
    add check (kind in ('REGULAR', 'SUPPLEMENTARY')),
    add check (state in ('DRAFT', 'COMPUTED', 'SUBMITTED', 'APPROVED', 'SENT', 'SETTLING', 'CLOSED',
                         'RETURNED', 'CANCELLED')),
    add check (extract(day from to_month) = 1 and for_month <= to_month),
    add check (budget_year between 2000 and 2100),
    add check (state <> 'DRAFT' or digest is null),
    add check (state in ('DRAFT', 'CANCELLED') or digest is not null),
    add check ((digest is null) = (computed_at is null));

-- A benefit month is in at most one live regular run.
create table run_month (
    tenant_id int     not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    run_id    bigint  not null,
    for_month date    not null check (extract(day from for_month) = 1),
    regular   boolean not null,
    live      boolean not null default true,
    primary key (tenant_id, run_id, for_month),
    foreign key (tenant_id, run_id) references payment_run (tenant_id, id)
);
create unique index run_month_once on run_month (tenant_id, for_month) where regular and live;
insert into run_month (tenant_id, run_id, for_month, regular)
    select tenant_id, id, for_month, true from payment_run;

-- What happened to a run, appended. digest is the list the event speaks of: nobody approves a list
-- that is no longer there. approvals says on submission how many hands must approve.
create table run_event (
    tenant_id    int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    run_id       bigint not null,
    seq          int not null check (seq > 0),
    from_state   text not null,
    to_state     text not null,
    duty         text not null,
    actor        text not null check (actor <> ''),
    on_behalf_of text not null default '',
    at           timestamptz not null,
    round        int not null,
    note         text not null default '',
    digest       bytea check (length(digest) = 32),
    approvals    int not null default 1 check (approvals in (1, 2)),
    primary key (tenant_id, run_id, seq),
    foreign key (tenant_id, run_id) references payment_run (tenant_id, id),
    foreign key (from_state, to_state, duty) references run_transition,
    -- Returning and cancelling say why.
    check (to_state not in ('RETURNED', 'CANCELLED') or note <> ''),
    -- A job of the platform's own is no hand that checks or approves.
    check (duty in ('PREPARE', 'PAY') or actor not like 'system:%')
);
insert into run_event (tenant_id, run_id, seq, from_state, to_state, duty, actor, at, round, digest)
    select tenant_id, id, 1, 'DRAFT', 'COMPUTED', 'PREPARE', 'system:migration', computed_at, 1,
           digest
    from payment_run where state = 'COMPUTED';

-- Four eyes: a hand, of the actor or of the one they act for, has one duty in a round.
create table run_duty (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    run_id    bigint not null,
    round     int not null,
    hand      text not null,
    duty      text not null check (duty in ('PREPARE', 'CHECK', 'APPROVE')),
    primary key (tenant_id, run_id, round, hand),
    foreign key (tenant_id, run_id) references payment_run (tenant_id, id)
);

-- One line that is not paid although its list is approved; another hand releases it.
create table line_hold (
    tenant_id             int not null
        default nullif(current_setting('ansinh.tenant', true), '')::int,
    hold_id               bigint generated by default as identity,
    run_id                bigint not null,
    for_month             date not null,
    person_id             bigint not null,
    component             smallint not null check (component between 1 and 9),
    sequence              smallint not null check (sequence >= 0),
    kind                  text not null check (kind in ('DEATH', 'STOP', 'ORDER', 'ACCOUNT', 'OTHER')),
    reason                text not null check (reason <> ''),
    held_by               text not null check (held_by <> ''),
    held_on_behalf_of     text not null default '',
    held_at               timestamptz not null,
    released_by           text check (released_by <> ''),
    released_on_behalf_of text,
    released_at           timestamptz,
    release_reason        text check (release_reason <> ''),
    primary key (tenant_id, hold_id),
    foreign key (tenant_id, run_id) references payment_run (tenant_id, id),
    foreign key (tenant_id, person_id) references person (tenant_id, person_id),
    check ((released_at is null) = (released_by is null)
           and (released_at is null) = (release_reason is null)
           and (released_at is null) = (released_on_behalf_of is null)),
    check (released_by not in (held_by, held_on_behalf_of)),
    check (released_on_behalf_of = '' or released_on_behalf_of not in (held_by, held_on_behalf_of))
);
create unique index line_hold_once
    on line_hold (tenant_id, for_month, person_id, component, sequence) where released_at is null;
create index line_hold_run on line_hold (tenant_id, run_id);

-- Chunks say for which month they are and whether they hold the list or due items.
alter table run_chunk add column for_month date, add column kind text not null default 'LIST',
    add column done_at timestamptz;
alter table run_chunk disable trigger user;
update run_chunk c set for_month = r.for_month from payment_run r
    where r.tenant_id = c.tenant_id and r.id = c.run_id;
alter table run_chunk enable trigger user;
alter table run_chunk alter column for_month set not null,
    add check (kind in ('LIST', 'ITEMS')),
    add foreign key (tenant_id, run_id, for_month) references run_month;

-- Lines from due items; their components: 4 FUNERAL, 5 ONE_OFF. The amount of a RECOVERY is
-- positive and counts as minus.
alter table payment_line
    drop constraint payment_line_component_check,
    drop constraint payment_line_movement_check,
    add constraint payment_line_component_check check (component between 1 and 9),
    add constraint payment_line_movement_check check (
        movement in ('NEW', 'SAME', 'INCREASED', 'DECREASED', 'RATE')
        or movement in ('ARREARS', 'RECOVERY', 'ONE_OFF') and sequence > 0);

alter table run_total
    add column for_month date,
    drop constraint run_total_component_check,
    drop constraint run_total_movement_check,
    add constraint run_total_component_check check (component between 1 and 9),
    add constraint run_total_movement_check check (movement in
        ('NEW', 'SAME', 'INCREASED', 'DECREASED', 'RATE', 'STOPPED', 'ARREARS', 'RECOVERY',
         'ONE_OFF'));
update run_total t set for_month = r.for_month from payment_run r
    where r.tenant_id = t.tenant_id and r.id = t.run_id;
alter table run_total
    alter column for_month set not null,
    drop constraint run_total_pkey,
    add primary key (tenant_id, run_id, for_month, unit_code, ground, component, movement);

-- Differences and rows of law of a run that covers two months belong to one of them.
alter table run_difference
    add column for_month date,
    drop constraint run_difference_component_check,
    add constraint run_difference_component_check check (component between 1 and 9);
update run_difference d set for_month = r.for_month from payment_run r
    where r.tenant_id = d.tenant_id and r.id = d.run_id;
alter table run_difference
    alter column for_month set not null,
    drop constraint run_difference_pkey,
    add primary key (tenant_id, run_id, for_month, person_id, component, kind, entitlement_id);

-- The chain tells every move.
alter table ledger_link drop constraint ledger_link_kind_check,
    add constraint ledger_link_kind_check check (kind ~ '^[A-Z_]+$');

-- Rights.
select protect_tenant_table('run_month');
select protect_tenant_table('run_event');
select protect_tenant_table('run_duty');
select protect_tenant_table('line_hold');
select protect_by_units('run_month', true);
select protect_by_units('run_event', true);
select protect_by_units('run_duty', true);
select protect_by_units('line_hold');

revoke update, delete on payment_run from ansinh_app;
grant update (list_date, pinned_at, snapshot_hash, previous_run_id) on payment_run to ansinh_app;
revoke update, delete on run_month, run_event from ansinh_app;
revoke insert, update, delete on run_duty from ansinh_app;
revoke update, delete on line_hold from ansinh_app;
grant update (released_by, released_on_behalf_of, released_at, release_reason) on line_hold
    to ansinh_app;
grant delete on run_total to ansinh_app;

-- Whoever is under row-level security opens drafts only and adds to drafts only.
create policy drafts on payment_run as restrictive for insert
    with check (state = 'DRAFT' and round = 1);
do $$
declare
    part text;
begin
    foreach part in array array['run_month', 'run_chunk', 'payment_line', 'run_total',
                                'run_difference', 'run_row']
    loop
        -- Uncorrelated, so that it is asked once per statement, not once per line.
        execute format('create policy drafts on %I as restrictive for insert with check '
            || '((tenant_id, run_id) in (select r.tenant_id, r.id from payment_run r'
            || ' where r.state = ''DRAFT''))', part);
    end loop;
end
$$;

-- The head of a run changes while it is a draft; its state only to that of its last event.
create or replace function payment_run_is_final() returns trigger language plpgsql as $$
begin
    if (new.tenant_id, new.id, new.kind, new.for_month, new.to_month, new.budget_year)
            is distinct from
       (old.tenant_id, old.id, old.kind, old.for_month, old.to_month, old.budget_year) then
        raise exception 'what a run is for does not change: run %', old.id using errcode = '23514';
    end if;
    if old.state <> 'DRAFT'
       and (new.list_date, new.pinned_at, new.snapshot_hash, new.previous_run_id)
           is distinct from (old.list_date, old.pinned_at, old.snapshot_hash, old.previous_run_id)
    then
        raise exception 'a computed run is final: run %', old.id using errcode = '23514';
    end if;
    if (new.state, new.round, new.approvals, new.digest, new.computed_at) is distinct from
       (old.state, old.round, old.approvals, old.digest, old.computed_at)
       and new.state is distinct from (
            select e.to_state from run_event e
            where e.tenant_id = old.tenant_id and e.run_id = old.id order by e.seq desc limit 1)
    then
        raise exception 'run %: no event moves it to %', old.id, new.state using errcode = '23514';
    end if;
    return new;
end
$$;
create trigger payment_run_is_final before update on payment_run
    for each row execute function payment_run_is_final();

create or replace function run_part_is_final() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from gone g join payment_run r on r.tenant_id = g.tenant_id and r.id = g.run_id
        where r.state not in ('DRAFT', 'CANCELLED')) then
        raise exception 'the run is computed: %', tg_table_name using errcode = '23514';
    end if;
    return null;
end
$$;
create trigger run_total_is_final after delete on run_total
    referencing old table as gone for each statement execute function run_part_is_final();

-- An event moves its run, or fails. The owner's rights are needed because the application cannot
-- write state and duties; every statement names the tenant of the event, which row-level security
-- has checked.
create function run_event_moves() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as
$$
declare
    run      payment_run;
    hands    text[] := array_remove(array[new.actor, new.on_behalf_of], '');
    approved int;
begin
    select * into run from payment_run r
        where r.tenant_id = new.tenant_id and r.id = new.run_id for no key update;
    if run.state <> new.from_state or run.round <> new.round or new.seq <> (
            select count(*) from run_event e
            where e.tenant_id = new.tenant_id and e.run_id = new.run_id) then
        raise exception 'run % is %, round %: event % does not follow', run.id, run.state,
            run.round, new.seq using errcode = '23514';
    end if;
    if run.state <> 'DRAFT' and new.digest is distinct from run.digest then
        raise exception 'run %: the event speaks of another list', run.id using errcode = '23514';
    end if;
    if new.to_state = 'COMPUTED' and new.digest is null then
        raise exception 'run %: a computed list has a digest', run.id using errcode = '23514';
    end if;
    if new.to_state in ('DRAFT', 'CANCELLED') and exists (
            select 1 from payment_run later where later.tenant_id = run.tenant_id
            and later.previous_run_id = run.id and later.state <> 'CANCELLED') then
        raise exception 'run % has a run that compares with it', run.id using errcode = '23514';
    end if;

    if new.duty in ('PREPARE', 'CHECK', 'APPROVE') then
        insert into run_duty (tenant_id, run_id, round, hand, duty)
            select new.tenant_id, new.run_id, new.round, hand, new.duty from unnest(hands) hand
            on conflict do nothing;
        if exists (
                select 1 from run_duty d where d.tenant_id = new.tenant_id
                and d.run_id = new.run_id and d.round = new.round and d.hand = any (hands)
                and d.duty <> new.duty) then
            raise exception 'run %: this hand has another duty in round %', run.id, new.round
                using errcode = '23514';
        end if;
    end if;
    if new.duty = 'APPROVE' and new.to_state in ('SUBMITTED', 'APPROVED') then
        if not exists (
                select 1 from run_event e where e.tenant_id = new.tenant_id
                and e.run_id = new.run_id and e.round = new.round and e.duty = 'CHECK') then
            raise exception 'run %: not checked in round %', run.id, new.round
                using errcode = '23514';
        end if;
        if exists (
                select 1 from run_event e where e.tenant_id = new.tenant_id
                and e.run_id = new.run_id and e.round = new.round and e.seq < new.seq
                and e.duty = 'APPROVE' and (e.actor = any (hands) or e.on_behalf_of = any (hands)))
        then
            raise exception 'run %: this hand has approved', run.id using errcode = '23514';
        end if;
        select count(*) into approved from run_event e where e.tenant_id = new.tenant_id
            and e.run_id = new.run_id and e.round = new.round and e.duty = 'APPROVE';
        if (new.to_state = 'APPROVED') <> (approved >= run.approvals) then
            raise exception 'run %: % of % approvals', run.id, approved, run.approvals
                using errcode = '23514';
        end if;
    end if;

    update payment_run r set
        state = new.to_state,
        round = r.round + case when new.to_state = 'RETURNED'
            or (new.from_state, new.to_state) = ('COMPUTED', 'DRAFT') then 1 else 0 end,
        approvals = case when (new.from_state, new.to_state) = ('COMPUTED', 'SUBMITTED')
            then new.approvals else r.approvals end,
        digest = case new.to_state when 'DRAFT' then null when 'COMPUTED' then new.digest
            else r.digest end,
        computed_at = case new.to_state when 'DRAFT' then null when 'COMPUTED' then new.at
            else r.computed_at end
        where r.tenant_id = new.tenant_id and r.id = new.run_id;
    if new.to_state = 'CANCELLED' then
        update run_month m set live = false
            where m.tenant_id = new.tenant_id and m.run_id = new.run_id;
    end if;
    return null;
end
$$;
create trigger run_event_moves after insert on run_event
    for each row execute function run_event_moves();

-- A hold is of a line that its run pays and has not sent; it is released once.
create function line_hold_is_of_a_line() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.released_at is not null then
            raise exception 'hold % is released', old.hold_id using errcode = '23514';
        end if;
        return new;
    end if;
    if new.released_at is not null or not exists (
            select 1 from payment_run r
            where r.tenant_id = new.tenant_id and r.id = new.run_id and r.state = 'APPROVED'
            for share)
       or not exists (
            select 1 from payment_line l
            where l.tenant_id = new.tenant_id and l.for_month = new.for_month
            and l.person_id = new.person_id and l.component = new.component
            and l.sequence = new.sequence and l.run_id = new.run_id) then
        raise exception 'no line of an approved run' using errcode = '23514';
    end if;
    return new;
end
$$;
create trigger line_hold_is_of_a_line before insert or update on line_hold
    for each row execute function line_hold_is_of_a_line();
