-- DỮ LIỆU GIẢ LẬP: people of one locality with their facts and running decisions, in twentieths.
-- :n people; :tenant says whose the i-th is. One in a hundred has facts that differ from the decision.
create temporary table made as
select i::bigint as person_id, :tenant as tenant_id, i % 20 as kind, i / 500 + 1 as decision_id,
       case
           when i % 20 in (0, 1, 2, 3, 4) then make_date(1935 + i / 20 % 15, 1 + i % 12, 1 + i % 28)
           when i % 20 in (5, 6) then make_date(1950 + i / 20 % 15, 1 + i % 12, 1 + i % 28)
           when i % 20 in (7, 8) then make_date(1930 + i / 20 % 15, 1 + i % 12, 1 + i % 28)
           when i % 20 in (14, 15) then make_date(1935 + i / 20 % 25, 1 + i % 12, 1 + i % 28)
           when i % 20 in (16, 19) then make_date(2012 + i / 20 % 8, 1 + i % 12, 1 + i % 28)
           else make_date(1970 + i / 20 % 35, 1 + i % 12, 1 + i % 28)
       end as birth
from generate_series(1, :n) i;

insert into decision (tenant_id, decision_id, number, authority, signed_on, kind, recorded_at)
select distinct tenant_id, decision_id, decision_id || '/QĐ-UBND', 'UBND', date '2025-12-15',
       'GRANT', timestamptz '2025-12-15T02:00:00Z'
from made;

insert into person (tenant_id, person_id, full_name, folded_name, sex, birth_text, earliest_birth,
                    latest_birth, unit_code, recorded_at)
select tenant_id, person_id, 'Người giả lập ' || person_id,
       'nguoi gia lap ' || person_id, case when person_id % 2 = 0 then 'MALE' else 'FEMALE' end,
       birth::text, birth, birth, 'HD-T0' || 1 + person_id * 7 % 6, '2025-12-15T02:00:00Z'
from made order by person_id;

insert into fact (tenant_id, person_id, fact_id, kind, value, valid_from, known_since, paper,
                  recorded_at)
select tenant_id, person_id,
       person_id * 2 + case when f.first then 0 else 1 end, f.name, f.value, '2022-03-01',
       '2022-03-01', '', '2025-12-15T02:00:00Z'
from made m
         cross join lateral (values
    (true, case when kind < 5 then 'pension.dong' when kind < 9 then 'poverty.national'
                else 'disability.degree' end,
     case when kind < 5 then '0' when kind < 9 then 'POOR'
          when kind < 17 or person_id % 100 = 99 then 'SEVERE' else 'EXTREMELY_SEVERE' end),
    (false, case when kind < 5 then 'socialPension.requested' when kind < 9 then 'supporter'
                 when kind in (17, 18) then 'care' end,
     case when kind < 5 then 'YES' when kind < 9 then 'NOBODY' else 'OWN_HOUSEHOLD' end)
    ) f (first, name, value)
where f.name is not null
order by person_id, 3;

insert into entitlement (tenant_id, person_id, entitlement_id, decision_id, ground, component,
                         coefficient_hundredths, from_month, granted_at)
select tenant_id, person_id,
       person_id * 2 + case when e.component = 'CARE' then 1 else 0 end, decision_id, e.ground,
       e.component, e.coefficient, '2026-01-01', '2025-12-15T02:00:00Z'
from made m
         cross join lateral (values
    ('MONTHLY', case when kind < 5 then 'HTXH.75' when kind < 9 then '5.5.a' else '5.6' end,
     case when kind < 5 then 100 when kind < 7 then 150 when kind < 9 then 200
          when kind < 14 then 150 when kind < 19 then 200 else 250 end),
    ('CARE', case when kind in (17, 18) then 'CARE.20.2.c' end, 100)
    ) e (component, ground, coefficient)
where e.ground is not null
order by person_id, 3;

insert into payee (tenant_id, person_id, component, kind, name, paper, valid_from, channel, bank,
                   account, holder, holder_relation, name_check, change_paper, recorded_by,
                   recorded_at)
select tenant_id, person_id, component, 'SELF',
       'Người giả lập ' || person_id, '', '2026-01-01', 'ACCOUNT', 'Ngân hàng giả lập',
       '9' || lpad(person_id::text, 11, '0'), 'Người giả lập ' || person_id, 'SELF', 'EQUAL', '',
       'gia-lap', '2025-12-15T02:00:00Z'
from entitlement order by tenant_id, person_id, entitlement_id;

drop table made;
analyze person;
analyze fact;
analyze decision;
analyze entitlement;
analyze payee;
