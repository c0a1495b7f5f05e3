-- Reference table A: the fixed denominator of payment-run and payment-month. The columns of a
-- payment line, a key and two secondary indexes; not partitioned, no trigger, no policy, no check.
create table reference_table_a (
    tenant_id              int not null,
    for_month              date not null,
    person_id              bigint not null,
    component              smallint not null,
    sequence               smallint not null,
    run_id                 bigint not null,
    entitlement_id         bigint not null,
    decision_id            bigint not null,
    rate_dong              bigint not null,
    amount_dong            bigint not null,
    prev_amount            bigint not null,
    coefficient_hundredths int not null,
    rate_row               int not null,
    coefficient_row        int not null,
    uncertain              boolean not null,
    restricted             boolean not null,
    unit_code              text not null,
    ground                 text not null,
    movement               text not null,
    salt                   bytea not null,
    leaf                   bytea not null,
    primary key (tenant_id, run_id, person_id, component, sequence)
);
create index reference_table_a_unit on reference_table_a (tenant_id, run_id, unit_code);
create index reference_table_a_decision on reference_table_a (tenant_id, decision_id);
