-- Rows of law are kept once per law, not once per run: a month of 3,321 localities wrote the same
-- rows 3,321 times. They are what the State and provinces have published; no locality's own data.
create table law_row (
    snapshot_hash text    not null,
    row_no        int     not null,
    key           text    not null,
    value         text    not null,
    unit          text    not null,
    citation      text    not null,
    uncertain     boolean not null,
    primary key (snapshot_hash, row_no)
);
insert into law_row (snapshot_hash, row_no, key, value, unit, citation, uncertain)
    select r.snapshot_hash, w.row_no, w.key, w.value, w.unit, w.citation, w.uncertain
    from run_row w join payment_run r on r.tenant_id = w.tenant_id and r.id = w.run_id
    on conflict do nothing;
drop table run_row;
revoke update, delete on law_row from ansinh_app;

-- Totals and differences are written by the run that is locked, in its transaction, and the policy
-- of drafts asks for it once per statement; asking again for each row cost more than the row.
alter table run_total drop constraint run_total_tenant_id_run_id_fkey;
alter table run_difference drop constraint run_difference_tenant_id_run_id_fkey;
