-- The register: persons, their numbers and dated facts, signed decisions and what they grant.
-- Two time axes: *_from/_to say when something was true, recorded_at/superseded_at (granted_at/
-- ended_at) the instant from which and up to which this database said so. A payment run reads as
-- known at its pinned instant: recorded_at <= instant and (superseded_at is null or superseded_at >
-- instant). Rows are superseded by new rows, never rewritten, so that every past answer stays.
-- Keys of rows come from sequences in steps of 50 (one round trip per 50 rows of an import).

create sequence person_id_seq as bigint increment by 50;
create sequence personal_id_seq as bigint increment by 50;
create sequence fact_id_seq as bigint increment by 50;
create sequence decision_id_seq as bigint increment by 50;
create sequence entitlement_id_seq as bigint increment by 50;

create table person (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    person_id bigint not null,
    full_name text not null,
    folded_name text not null,
    sex text not null check (sex in ('MALE', 'FEMALE', '')),
    birth_text text not null,
    earliest_birth date not null,
    latest_birth date not null,
    unit_code text not null,
    death_on date,
    death_recorded_at timestamptz,
    recorded_at timestamptz not null,
    primary key (tenant_id, person_id),
    check (earliest_birth <= latest_birth),
    check ((death_on is null) = (death_recorded_at is null)));
comment on column person.folded_name is 'small letters without tone marks, for search and order';
comment on column person.birth_text is 'birth as the paper gives it: yyyy, yyyy-MM or yyyy-MM-dd';
create index person_by_name on person (tenant_id, folded_name);
create index person_by_unit on person (tenant_id, unit_code, person_id);

create table personal_id (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    personal_id_id bigint not null,
    person_id bigint not null,
    number text not null check (number ~ '^[0-9]{12}$'),
    valid_from date not null,
    valid_to date,
    recorded_at timestamptz not null,
    primary key (tenant_id, personal_id_id),
    foreign key (tenant_id, person_id) references person);
create unique index personal_id_current on personal_id (tenant_id, number) where valid_to is null;
create index personal_id_of_person on personal_id (tenant_id, person_id);

create table fact (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    person_id bigint not null,
    fact_id bigint not null,
    kind text not null,
    value text not null,
    valid_from date not null,
    valid_to date,
    known_since date not null,
    paper text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    primary key (tenant_id, person_id, fact_id),
    foreign key (tenant_id, person_id) references person,
    check (valid_to is null or valid_to >= valid_from));
comment on column fact.known_since is 'day the authority learned of it; recorded_at is when we did';

create table decision (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    decision_id bigint not null,
    number text not null,
    authority text not null,
    signed_on date not null,
    kind text not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, decision_id),
    unique (tenant_id, number, signed_on));

create table entitlement (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    person_id bigint not null,
    entitlement_id bigint not null,
    decision_id bigint not null,
    ground text not null,
    component text not null check (component in ('MONTHLY', 'SINGLE_PARENT', 'CARE')),
    coefficient_hundredths int not null check (coefficient_hundredths > 0),
    from_month date not null check (extract(day from from_month) = 1),
    to_month date check (extract(day from to_month) = 1),
    channel text not null check (channel in ('ACCOUNT', 'CASH')),
    payee_name text not null,
    payee_relation text not null,
    bank text not null,
    account text not null,
    granted_at timestamptz not null,
    ended_at timestamptz,
    primary key (tenant_id, person_id, entitlement_id),
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, decision_id) references decision,
    check (to_month is null or to_month >= from_month),
    check (channel = 'CASH' or account <> ''));
comment on column entitlement.from_month is 'first month paid, written as its first day';
comment on column entitlement.to_month is 'last month paid, written as its first day; null while open';
comment on column entitlement.ended_at is 'instant at which a later decision replaced this row';
create unique index entitlement_once
    on entitlement (tenant_id, person_id, decision_id, ground, component) where ended_at is null;
create index entitlement_by_decision on entitlement (tenant_id, decision_id);

select protect_tenant_table('person');
select protect_tenant_table('personal_id');
select protect_tenant_table('fact');
select protect_tenant_table('decision');
select protect_tenant_table('entitlement');

-- Nothing of the register is ever deleted by the application.
revoke delete on person, personal_id, fact, decision, entitlement from ansinh_app;
