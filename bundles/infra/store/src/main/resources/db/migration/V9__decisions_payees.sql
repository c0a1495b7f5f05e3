-- Decisions with their whole life and annex, entitlements that follow from them, payees.
--
-- A decision is drafted, edited, signed; from then on it and its annex never change: what takes it
-- back, ends or corrects it is a later decision. What decisions in force say is replayed from
-- decision_effect in the order in which decisions became known (decision.sequence) and laid down as
-- rows of entitlement, which is all that payment reads.
-- Runs as the owner, who passes over row-level security: the data of every tenant are migrated.

create sequence decision_sequence as bigint;
create sequence decision_effect_id_seq as bigint;
create sequence payee_id_seq as bigint;

-- One key at a time: rows are written by SQL, many in one statement.
alter sequence decision_id_seq increment by 1;
alter sequence entitlement_id_seq increment by 1;
select setval('decision_id_seq', (select coalesce(max(decision_id), 0) + 100 from decision));
select setval('entitlement_id_seq', (select coalesce(max(entitlement_id), 0) + 100 from entitlement));

alter table decision
    alter column decision_id set default nextval('decision_id_seq'),
    alter column signed_on drop not null,
    drop constraint decision_tenant_id_number_signed_on_key,
    add column state text not null default 'SIGNED'
        check (state in ('DRAFT', 'SIGNED', 'DISCARDED')),
    add column origin text not null default 'IMPORTED' check (origin in ('IMPORTED', 'DECIDED')),
    add column sequence bigint not null default 0,
    add column version int not null default 1,
    add column folded_authority text not null default '',
    add column about text not null default '',
    add column signer text not null default '',
    add column signer_title text not null default '',
    add column capacity text not null default ''
        check (capacity in ('', 'CHAIR', 'DEPUTY', 'DELEGATED', 'BY_ORDER')),
    add column mandate_paper text not null default '',
    add column mandate_from date,
    add column mandate_to date,
    add column received_on date,
    add column target_decision_id bigint,
    add column effective_on date,
    add check (state <> 'SIGNED' or (signed_on is not null and number <> '')),
    add check (kind in ('GRANT', 'ADJUST', 'SUSPEND', 'RESUME', 'STOP', 'RECOVER', 'CORRECT_TEXT',
        'REVOKE', 'REPEAL')),
    add foreign key (tenant_id, target_decision_id) references decision;
comment on column decision.recorded_at is
    'instant from which the decision is known: of the import or of the signature; of a draft, when drafted';
comment on column decision.sequence is 'order in which decisions became known';
comment on column decision.effective_on is 'of a repeal: first day the repealed decision has no effect';

update decision d set sequence = o.n
from (select tenant_id, decision_id, row_number() over (order by recorded_at, decision_id) n
      from decision) o
where o.tenant_id = d.tenant_id and o.decision_id = d.decision_id;
select setval('decision_sequence', (select count(*) + 1 from decision));
alter table decision alter column sequence set default nextval('decision_sequence');

create unique index decision_imported_once on decision (tenant_id, number, signed_on)
    where origin = 'IMPORTED';
-- A number is given once per authority and year.
create unique index decision_number_once
    on decision (tenant_id, folded_authority, (extract(year from signed_on)), number)
    where origin = 'DECIDED' and state = 'SIGNED';
create index decision_by_day on decision (tenant_id, signed_on, decision_id);
create index decision_by_target on decision (tenant_id, target_decision_id)
    where target_decision_id is not null;

create table decision_effect (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    effect_id bigint not null default nextval('decision_effect_id_seq'),
    decision_id bigint not null,
    row_no int not null check (row_no > 0),
    person_id bigint,
    component text not null default '' check (component in ('', 'MONTHLY', 'SINGLE_PARENT', 'CARE')),
    ground text not null default '',
    to_component text not null default ''
        check (to_component in ('', 'MONTHLY', 'SINGLE_PARENT', 'CARE')),
    coefficient_hundredths int not null default 0 check (coefficient_hundredths >= 0),
    from_month date check (extract(day from from_month) = 1),
    to_month date check (extract(day from to_month) = 1),
    reason text not null default '',
    amount_dong bigint not null default 0 check (amount_dong >= 0),
    instalments int not null default 0 check (instalments >= 0),
    target_effect_id bigint,
    old_text text not null default '',
    new_text text not null default '',
    note text not null default '',
    primary key (tenant_id, effect_id),
    foreign key (tenant_id, decision_id) references decision,
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, target_effect_id) references decision_effect,
    check (to_month is null or to_month >= from_month));
comment on table decision_effect is
    'annex of a decision: what it does to whom; an empty component means all of the person';
comment on column decision_effect.to_component is 'of an adjustment: the component it moves to';
comment on column decision_effect.target_effect_id is 'of a correction: the row whose effect it replaces';
create index decision_effect_of_person on decision_effect (tenant_id, person_id, effect_id);
create index decision_effect_of_decision on decision_effect (tenant_id, decision_id, row_no, effect_id);

insert into decision_effect (tenant_id, decision_id, row_no, person_id, component, ground,
    coefficient_hundredths, from_month, to_month)
select tenant_id, decision_id,
    row_number() over (partition by tenant_id, decision_id order by person_id, entitlement_id),
    person_id, component, ground, coefficient_hundredths, from_month, to_month
from entitlement where ended_at is null
order by tenant_id, decision_id, person_id, entitlement_id;

-- What differed from the law's proposal when it was signed, and who confirmed it.
create table decision_warning (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    decision_id bigint not null,
    warning_no int not null check (warning_no > 0),
    row_no int not null,
    field text not null,
    sentence text not null,
    confirmed_by text not null,
    confirmed_at timestamptz not null,
    primary key (tenant_id, decision_id, warning_no),
    foreign key (tenant_id, decision_id) references decision);

-- Months up to the signature that a decision changed: payment makes arrears or a recovery of them.
create table arrears_proposal (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    proposal_id bigint not null generated always as identity,
    decision_id bigint not null,
    person_id bigint not null,
    component text not null check (component in ('MONTHLY', 'SINGLE_PARENT', 'CARE')),
    from_month date not null check (extract(day from from_month) = 1),
    to_month date not null check (extract(day from to_month) = 1),
    before_ground text not null,
    before_hundredths int not null,
    after_ground text not null,
    after_hundredths int not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, proposal_id),
    foreign key (tenant_id, decision_id) references decision,
    foreign key (tenant_id, person_id) references person,
    check (to_month >= from_month));
comment on column arrears_proposal.before_ground is 'empty: nothing was due before; after: nothing is now';
create index arrears_proposal_of_person on arrears_proposal (tenant_id, person_id, proposal_id);

-- Payees (người nhận): who receives a component for a person from day to day, why and how. A change
-- of any of it is a new row with its own paper; the row it replaces gets superseded_at.
create table payee (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    payee_id bigint not null default nextval('payee_id_seq'),
    person_id bigint not null,
    component text not null check (component in ('MONTHLY', 'SINGLE_PARENT', 'CARE')),
    kind text not null check (kind in ('SELF', 'GUARDIAN', 'CARER', 'AUTHORISED', 'FACILITY', 'HEIR',
        'HOUSEHOLD')),
    name text not null,
    paper text not null,
    valid_from date not null,
    valid_to date,
    channel text not null
        check (channel in ('ACCOUNT', 'SOCIAL_ACCOUNT', 'E_WALLET', 'CASH_POINT', 'CASH_HOME')),
    bank text not null,
    account text not null,
    holder text not null,
    holder_relation text not null,
    name_check text not null check (name_check in ('', 'EQUAL', 'LIKELY', 'DIFFERENT')),
    change_paper text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    primary key (tenant_id, payee_id),
    foreign key (tenant_id, person_id) references person,
    check (valid_to is null or valid_to >= valid_from),
    check ((channel in ('ACCOUNT', 'SOCIAL_ACCOUNT', 'E_WALLET')) = (account <> '')));
comment on column payee.paper is 'paper of the mandate (giấy ủy quyền, quyết định giám hộ …)';
comment on column payee.change_paper is 'paper by which this state was asked for, e.g. the account change';
comment on column payee.name_check is 'holder of the account against the payee; empty without account';
create index payee_of_person on payee (tenant_id, person_id, component, valid_from);
create index payee_by_account on payee (tenant_id, account, bank)
    where account <> '' and superseded_at is null;

insert into payee (tenant_id, person_id, component, kind, name, paper, valid_from, valid_to, channel,
    bank, account, holder, holder_relation, name_check, change_paper, recorded_by, recorded_at,
    superseded_at)
select tenant_id, person_id, component, payee_relation, payee_name, '', from_month,
    lead(from_month) over (partition by tenant_id, person_id, component, ended_at is null
        order by from_month, entitlement_id) - 1,
    case channel when 'CASH' then 'CASH_POINT' else channel end,
    case channel when 'CASH' then '' else bank end,
    case channel when 'CASH' then '' else account end,
    case channel when 'CASH' then '' else payee_name end, '',
    case channel when 'CASH' then '' else 'EQUAL' end, '', 'system:migration', granted_at, ended_at
from (select e.*, count(*) over (partition by tenant_id, person_id, component, ended_at is null,
             from_month order by entitlement_id
             rows between 1 following and unbounded following) as later
      from entitlement e) e
where later = 0 or ended_at is not null
order by tenant_id, person_id, component, from_month;

drop index entitlement_once;
alter table entitlement
    alter column entitlement_id set default nextval('entitlement_id_seq'),
    drop column channel, drop column payee_name, drop column payee_relation, drop column bank,
    drop column account;
create unique index entitlement_once
    on entitlement (tenant_id, person_id, decision_id, ground, component, from_month)
    where ended_at is null;

select protect_tenant_table('decision_effect');
select protect_tenant_table('decision_warning');
select protect_tenant_table('arrears_proposal');
select protect_tenant_table('payee');

-- Only the annex of a draft is taken back and written anew (trigger below).
revoke update on decision_effect from ansinh_app;
revoke update, delete on decision_warning, arrears_proposal from ansinh_app;
revoke update, delete on payee from ansinh_app;
grant update (superseded_at) on payee to ansinh_app;
revoke update on entitlement from ansinh_app;
grant update (ended_at) on entitlement to ansinh_app;

create function decision_is_final() returns trigger language plpgsql as $$
begin
    if old.state <> 'DRAFT' then
        raise exception 'decision % is %', old.decision_id, old.state using errcode = '23514';
    end if;
    return new;
end
$$;
create trigger decision_is_final before update on decision
    for each row execute function decision_is_final();

-- An import adds people to the decisions it brought; a decision taken here has the annex it was
-- signed with.
create function decision_annex_is_final() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from touched t join decision d using (tenant_id, decision_id)
        where d.state <> 'DRAFT' and (d.origin = 'DECIDED' or tg_op = 'DELETE')) then
        raise exception 'the annex of a signed decision does not change' using errcode = '23514';
    end if;
    return null;
end
$$;
create trigger decision_annex_is_final_insert after insert on decision_effect
    referencing new table as touched for each statement execute function decision_annex_is_final();
create trigger decision_annex_is_final_delete after delete on decision_effect
    referencing old table as touched for each statement execute function decision_annex_is_final();
