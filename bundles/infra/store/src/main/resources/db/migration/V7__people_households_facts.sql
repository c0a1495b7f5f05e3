-- People as they really are: names in parts, numbers with a history, residence, death with its three
-- dates, merges that can be taken back; households; facts that know where they come from; cases to
-- review; answers to repeated requests. Nothing is deleted. A changed person leaves its earlier image
-- in person_past, every other row is superseded by a new one. Defaults are what older rows mean.

-- Keys are fetched for many rows in one question, so steps of 50 are not needed any more. The next
-- value lies above everything handed out before.
alter sequence person_id_seq increment by 1;
alter sequence personal_id_seq increment by 1;
alter sequence fact_id_seq increment by 1;

alter table person
    add family_name text not null default '',
    add middle_name text not null default '',
    add given_name text not null default '',
    add name_whole boolean not null default false,
    add ethnicity text not null default '',
    add phone text not null default '',
    add address text not null default '',
    add death_registered_on date,
    add death_known_on date,
    add death_paper text not null default '',
    add merged_into bigint,
    add version bigint not null default 0,
    add changed_at timestamptz,
    add check (merged_into <> person_id),
    add check (death_on is not null or death_registered_on is null and death_known_on is null),
    add foreign key (tenant_id, merged_into) references person;
comment on column person.given_name is
    'with family_name and middle_name the split of full_name; all empty: by the usual rule';
comment on column person.name_whole is 'a name without a family name that is never split';
comment on column person.death_registered_on is 'khai tử; null while not registered';
comment on column person.death_known_on is
    'day the authority learned of it; null in older rows: the day of death_recorded_at';
comment on column person.merged_into is 'the person this one was found to be; see person_merge';
comment on column person.changed_at is
    'instant of the last image in person_past; who reads as known before it reads there';
comment on column person.version is 'counts changes of the person and of what belongs to it';
create index person_merged on person (tenant_id, merged_into) where merged_into is not null;

-- What a person looked like before a change.
create table person_past (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    person_id bigint not null,
    version bigint not null,
    full_name text not null,
    family_name text not null,
    middle_name text not null,
    given_name text not null,
    name_whole boolean not null,
    sex text not null,
    birth_text text not null,
    earliest_birth date not null,
    latest_birth date not null,
    ethnicity text not null,
    phone text not null,
    address text not null,
    unit_code text not null,
    death_on date,
    death_registered_on date,
    death_known_on date,
    death_paper text not null,
    death_recorded_at timestamptz,
    paper text not null,
    reason text not null,
    superseded_at timestamptz not null,
    primary key (tenant_id, person_id, version),
    foreign key (tenant_id, person_id) references person);
comment on column person_past.paper is 'the paper of the change that ended this image';

-- Numbers: the 12 digits, the older 9 digits (CMND) as aliases, a provisional identity of ours.
alter table personal_id
    drop constraint personal_id_number_check,
    add kind text not null default 'PERSONAL' check (kind in ('PERSONAL', 'CMND', 'PROVISIONAL')),
    add paper text not null default '',
    add reason text not null default '',
    add superseded_at timestamptz,
    add check (case kind
                   when 'PERSONAL' then number ~ '^[0-9]{12}$'
                   when 'CMND' then number ~ '^[0-9]{9}$'
                   else number = '' and reason <> '' and valid_to is not null end),
    add check (valid_to is null or valid_to >= valid_from);
comment on column personal_id.valid_to is 'last day; the term of a provisional identity';
drop index personal_id_current;
create unique index personal_id_current on personal_id (tenant_id, number)
    where kind = 'PERSONAL' and valid_to is null and superseded_at is null;
create unique index personal_id_one on personal_id (tenant_id, person_id)
    where kind = 'PERSONAL' and valid_to is null and superseded_at is null;
create index personal_id_number on personal_id (tenant_id, number) where superseded_at is null;

create table residence (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    person_id bigint not null,
    residence_id bigint not null generated always as identity,
    unit_code text not null,
    outside text not null default '',
    valid_from date,
    valid_to date,
    paper text not null default '',
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    primary key (tenant_id, person_id, residence_id),
    foreign key (tenant_id, person_id) references person,
    check ((unit_code = '') <> (outside = '')),
    check (valid_to is null or valid_to >= valid_from));
comment on column residence.outside is 'place outside the locality, in words; then no unit';
comment on column residence.valid_from is 'null: since a day nobody wrote down';
create unique index residence_current on residence (tenant_id, person_id)
    where valid_to is null and superseded_at is null;

create table person_merge (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    merge_id bigint not null generated always as identity,
    person_id bigint not null,
    survivor_id bigint not null,
    paper text not null check (paper <> ''),
    reason text not null check (reason <> ''),
    merged_at timestamptz not null,
    unmerged_at timestamptz,
    unmerge_paper text,
    unmerge_reason text,
    primary key (tenant_id, merge_id),
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, survivor_id) references person,
    check ((unmerged_at is null) = (unmerge_paper is null)),
    check ((unmerged_at is null) = (unmerge_reason is null)));
create unique index person_merge_running on person_merge (tenant_id, person_id)
    where unmerged_at is null;
create index person_merge_survivor on person_merge (tenant_id, survivor_id);

-- A fact may come from a merge (copied to the survivor) or from the recognition of a household.
alter table fact
    add source_kind text not null default '' check (source_kind in ('', 'MERGE', 'POVERTY')),
    add source_id bigint not null default 0,
    add replaced_id bigint,
    add check ((source_kind = '') = (source_id = 0));
comment on column fact.replaced_id is 'the row this one corrects or ends';
create unique index fact_key on fact (tenant_id, fact_id);

create table household (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    household_id bigint not null generated always as identity,
    kind text not null check (kind in ('RESIDENCE', 'POVERTY', 'CARE')),
    unit_code text not null check (unit_code <> ''),
    formed_on date not null,
    closed_on date,
    version bigint not null default 0,
    recorded_at timestamptz not null,
    primary key (tenant_id, household_id));
create index household_by_unit on household (tenant_id, unit_code, household_id);

create table household_member (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    household_id bigint not null,
    member_id bigint not null generated always as identity,
    kind text not null,
    person_id bigint not null,
    relation text not null check (relation <> ''),
    valid_from date not null,
    valid_to date,
    paper text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    primary key (tenant_id, household_id, member_id),
    foreign key (tenant_id, household_id) references household,
    foreign key (tenant_id, person_id) references person,
    check (valid_to is null or valid_to >= valid_from));
comment on column household_member.kind is 'kind of the household, for one membership of a kind';
create unique index household_member_one on household_member (tenant_id, person_id, kind)
    where valid_to is null and superseded_at is null;
create unique index household_head_one on household_member (tenant_id, household_id)
    where relation = 'HEAD' and valid_to is null and superseded_at is null;
create index household_member_person on household_member (tenant_id, person_id);

create table household_event (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    household_id bigint not null,
    event_id bigint not null generated always as identity,
    kind text not null
        check (kind in ('FORMED', 'JOINED', 'LEFT', 'NEW_HEAD', 'SPLIT', 'MERGED', 'MOVED')),
    happened_on date not null,
    other_household_id bigint,
    paper text not null,
    reason text not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, household_id, event_id),
    foreign key (tenant_id, household_id) references household,
    foreign key (tenant_id, other_household_id) references household);

create table poverty_status (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    household_id bigint not null,
    status_id bigint not null generated always as identity,
    standard text not null check (standard in ('NATIONAL', 'LOCAL')),
    status text not null check (status in ('POOR', 'NEAR_POOR', 'NONE')),
    cause text not null,
    decision_number text not null check (decision_number <> ''),
    authority text not null check (authority <> ''),
    signed_on date not null,
    valid_from date not null,
    valid_to date,
    known_since date not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    primary key (tenant_id, household_id, status_id),
    foreign key (tenant_id, household_id) references household,
    check (valid_to is null or valid_to >= valid_from));

create table review_case (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    case_id bigint not null generated always as identity,
    kind text not null,
    subject_kind text not null check (subject_kind in ('PERSON', 'HOUSEHOLD')),
    subject_id bigint not null,
    reason text not null check (reason <> ''),
    due_on date not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DISMISSED')),
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    closing_note text,
    primary key (tenant_id, case_id),
    check ((state = 'OPEN') = (closed_at is null)),
    check ((state = 'OPEN') = (closed_by is null)),
    check ((state = 'OPEN') = (closing_note is null)));
create index review_case_open on review_case (tenant_id, case_id) where state = 'OPEN';
create index review_case_subject on review_case (tenant_id, subject_kind, subject_id);

-- Answers given to requests with an idempotency key: keys, digests and ids only.
create table request_answer (
    tenant_id int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    actor text not null,
    request_key text not null check (length(request_key) between 1 and 200),
    operation text not null,
    request_digest bytea not null,
    answer text not null,
    answer_digest bytea not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, actor, request_key));

select protect_tenant_table('person_past');
select protect_tenant_table('residence');
select protect_tenant_table('person_merge');
select protect_tenant_table('household');
select protect_tenant_table('household_member');
select protect_tenant_table('household_event');
select protect_tenant_table('poverty_status');
select protect_tenant_table('review_case');
select protect_tenant_table('request_answer');

revoke delete on residence, person_merge, household, household_member, poverty_status, review_case
    from ansinh_app;
revoke update, delete on person_past, household_event, request_answer from ansinh_app;

-- Everybody known so far lives where the register says, since a day nobody wrote down.
insert into residence (tenant_id, person_id, unit_code, recorded_at)
select tenant_id, person_id, unit_code, recorded_at from person where unit_code <> '';
