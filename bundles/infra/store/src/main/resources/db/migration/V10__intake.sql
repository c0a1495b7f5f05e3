-- Import of officers' files and the parallel run.
--
-- A file is read, cleaned and judged row by row; its rows wait in intake_row until the officer
-- confirms (all or none) or abandons. The rows are personal data and go then; what stays is the
-- digest, the counts and how the columns were understood. A paid list stays: it is what the
-- parallel run compares with.

create table intake_upload (
    tenant_id   int         not null default nullif(current_setting('ansinh.tenant', true), '')::int
        references locality,
    id          bigint      not null generated always as identity,
    kind        text        not null check (kind in ('PEOPLE', 'RUNNING', 'PAID')),
    for_month   date check (extract(day from for_month) = 1),
    file_name   text        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state       text        not null check (state in ('JUDGED', 'CONFIRMED', 'ABANDONED')),
    accepted    bigint      not null default 0,
    warnings    bigint      not null default 0,
    refused     bigint      not null default 0,
    skipped     bigint      not null default 0,
    proposals   bigint      not null default 0,
    amount_dong bigint      not null default 0,
    opened_at   timestamptz not null,
    ended_at    timestamptz,
    primary key (tenant_id, id),
    check ((kind = 'PAID') = (for_month is not null)),
    check ((state = 'JUDGED') = (ended_at is null))
);
create index intake_upload_confirmed on intake_upload (tenant_id, kind, sha256)
    where state = 'CONFIRMED';

create table intake_sheet (
    tenant_id  int    not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    upload_id  bigint not null,
    sheet      int    not null,
    name       text   not null,
    header_row int    not null,
    titles     text[] not null,
    fields     text[] not null,
    notes      text[] not null,
    primary key (tenant_id, upload_id, sheet),
    foreign key (tenant_id, upload_id) references intake_upload (tenant_id, id)
);

create table intake_row (
    tenant_id    int     not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    upload_id    bigint  not null,
    number       int     not null,
    sheet        int     not null,
    row_no       int     not null,
    identity     text    not null,
    cells        text[]  not null,
    field_names  text[]  not null,
    field_values text[]  not null,
    amount_dong  bigint  not null,
    proposed     boolean not null,
    verdict      text    not null
        check (verdict in ('ACCEPTED', 'WARNING', 'REFUSED', 'SKIPPED')),
    notes        text[]  not null,
    primary key (tenant_id, upload_id, number),
    foreign key (tenant_id, upload_id) references intake_upload (tenant_id, id)
);
comment on column intake_row.identity is 'personal id, or name, birth and unit: rows of one person';
create index intake_row_by_person on intake_row (tenant_id, upload_id, identity, number);

-- What a locality has taught: a title means a field, a text means a value, a field has a default.
create table intake_meaning (
    tenant_id int         not null default nullif(current_setting('ansinh.tenant', true), '')::int
        references locality,
    kind      text        not null check (kind in ('COLUMN', 'VALUE', 'DEFAULT')),
    field     text        not null,
    written   text        not null,
    meaning   text        not null,
    taught_by text        not null,
    taught_at timestamptz not null,
    primary key (tenant_id, kind, written, field)
);

-- What was still owed (positive) or to be recovered (negative) when a locality began.
create table opening_balance (
    tenant_id   int         not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    person_id   bigint      not null,
    upload_id   bigint      not null,
    amount_dong bigint      not null check (amount_dong <> 0),
    recorded_at timestamptz not null,
    primary key (tenant_id, person_id, upload_id),
    foreign key (tenant_id, person_id) references person,
    foreign key (tenant_id, upload_id) references intake_upload (tenant_id, id)
);

create table paid_list (
    tenant_id     int         not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    upload_id     bigint      not null,
    for_month     date        not null check (extract(day from for_month) = 1),
    rows          bigint      not null,
    total_dong    bigint      not null,
    taken_at      timestamptz not null,
    superseded_at timestamptz,
    primary key (tenant_id, upload_id),
    foreign key (tenant_id, upload_id) references intake_upload (tenant_id, id)
);
create unique index paid_list_current on paid_list (tenant_id, for_month)
    where superseded_at is null;

create table paid_row (
    tenant_id              int    not null
        default nullif(current_setting('ansinh.tenant', true), '')::int,
    upload_id              bigint not null,
    number                 int    not null,
    sheet                  text   not null,
    row_no                 int    not null,
    full_name              text   not null,
    birth                  text   not null,
    personal_id            text   not null,
    old_id                 text   not null,
    unit_code              text   not null,
    ground                 text   not null,
    coefficient_hundredths int    not null check (coefficient_hundredths >= 0),
    amount_dong            bigint not null,
    primary key (tenant_id, upload_id, number),
    foreign key (tenant_id, upload_id) references paid_list (tenant_id, upload_id)
);

-- A trial: what this platform would have paid in a closed month. No debt: payment_line never has
-- it, no order can cite it, the next trial of the month replaces it.
create table trial_run (
    tenant_id     int         not null default nullif(current_setting('ansinh.tenant', true), '')::int
        references locality,
    for_month     date        not null check (extract(day from for_month) = 1),
    list_date     date        not null,
    pinned_at     timestamptz not null,
    snapshot_hash text        not null,
    agreeing      bigint      not null default 0,
    compared_at   timestamptz,
    primary key (tenant_id, for_month)
);

create table trial_line (
    tenant_id              int      not null
        default nullif(current_setting('ansinh.tenant', true), '')::int,
    for_month              date     not null,
    person_id              bigint   not null,
    component              smallint not null check (component between 1 and 3),
    ground                 text     not null,
    restricted             boolean  not null,
    coefficient_hundredths int      not null,
    rate_dong              bigint   not null,
    amount_dong            bigint   not null check (amount_dong >= 0),
    primary key (tenant_id, for_month, person_id, component),
    foreign key (tenant_id, for_month) references trial_run (tenant_id, for_month)
);

create table trial_difference (
    tenant_id     int         not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    id            bigint      not null generated always as identity,
    for_month     date        not null,
    kind          text        not null check (kind in
        ('RATE', 'AGE_BAND', 'LOST_GROUND', 'COEFFICIENT', 'DUPLICATE_IN_PAPER', 'MISSING_HERE',
         'MISSING_THERE', 'NAME_OR_ID')),
    person_id     bigint      not null,
    full_name     text        not null,
    paper         text        not null,
    paper_dong    bigint      not null,
    our_dong      bigint      not null,
    sentence      text        not null,
    found_at      timestamptz not null,
    superseded_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, for_month) references trial_run (tenant_id, for_month)
);
create index trial_difference_current on trial_difference (tenant_id, for_month, id)
    where superseded_at is null;

-- Explanations are added; the newest counts.
create table trial_explanation (
    tenant_id     int         not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    difference_id bigint      not null,
    id            bigint      not null generated always as identity,
    reason        text        not null check (reason <> ''),
    explained_by  text        not null,
    explained_at  timestamptz not null,
    primary key (tenant_id, difference_id, id),
    foreign key (tenant_id, difference_id) references trial_difference (tenant_id, id)
);

create table go_live (
    tenant_id   int         not null default nullif(current_setting('ansinh.tenant', true), '')::int
        references locality,
    declared_at timestamptz not null,
    declared_by text        not null,
    months      date[]      not null check (cardinality(months) > 0),
    explained   bigint      not null,
    primary key (tenant_id)
);

select protect_tenant_table('intake_upload');
select protect_tenant_table('intake_sheet');
select protect_tenant_table('intake_row');
select protect_tenant_table('intake_meaning');
select protect_tenant_table('opening_balance');
select protect_tenant_table('paid_list');
select protect_tenant_table('paid_row');
select protect_tenant_table('trial_run');
select protect_tenant_table('trial_line');
select protect_tenant_table('trial_difference');
select protect_tenant_table('trial_explanation');
select protect_tenant_table('go_live');

-- Only what waits (rows of an upload, a trial's lines) is ever deleted.
revoke delete on intake_upload, intake_meaning, intake_sheet, trial_run from ansinh_app;
revoke update, delete on opening_balance, paid_row, trial_explanation, go_live from ansinh_app;
revoke update on intake_sheet, trial_line from ansinh_app;
revoke delete on paid_list, trial_difference from ansinh_app;
