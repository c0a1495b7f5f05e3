-- Issued reports (báo cáo đã lập): the bytes as they were issued, added and never changed.

create table issued_report
(
    tenant_id     integer     not null
        default nullif(current_setting('ansinh.tenant', true), '')::int
        references locality,
    id            bigint      not null generated always as identity,
    form_code     text        not null,
    for_month     date        not null check (extract(day from for_month) = 1),
    format        text        not null check (format in ('XLSX', 'PDF', 'CSV')),
    file_name     text        not null,
    sha256        text        not null check (sha256 = encode(sha256(bytes), 'hex')),
    cells_sha256  text        not null check (cells_sha256 ~ '^[0-9a-f]{64}$'),
    issued_at     timestamptz not null,
    -- the as-of pair: the run the data came from and the law it was computed with
    run_id        bigint      not null,
    snapshot_hash text        not null,
    bytes         bytea       not null,
    primary key (tenant_id, id)
);
create index issued_report_of_month on issued_report (tenant_id, for_month, form_code, id);
select protect_tenant_table('issued_report');
revoke update, delete on issued_report from ansinh_app;
