package vn.ansinh.store.finding;

import java.sql.Connection;
import java.sql.SQLException;
import vn.ansinh.beneficiary.internal.finding.FindingModule;
import vn.ansinh.beneficiary.port.DuplicatePairs;
import vn.ansinh.beneficiary.port.PeopleIndex;
import vn.ansinh.beneficiary.port.UnitLists;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;
import vn.ansinh.store.TestStore;

/** What the tests of this package share. People are DỮ LIỆU GIẢ LẬP. */
final class Finding {

    private Finding() {}

    static FindingModule module(TestStore store) {
        return new FindingModule(
                store.service(UnitLists.class),
                store.service(PeopleIndex.class),
                store.service(DuplicatePairs.class),
                store.service(UnitOfWork.class),
                store.service(Audit.class),
                TestStore.clock());
    }

    /**
     * Many people with Vietnamese names of realistic frequency, with personal ids and one account
     * each, written by one statement: a bulk path that knows nothing of tokens.
     */
    static void people(Connection owner, TenantId tenant, int count) throws SQLException {
        TestStore.run(owner, "set ansinh.tenant = " + tenant.value());
        TestStore.run(
                owner,
                """
                insert into decision (tenant_id, decision_id, number, authority, signed_on, kind,
                                      recorded_at)
                select %1$d, d, d || '/QĐ-GL', 'UBND GIẢ LẬP', '2025-12-15', 'GRANT',
                       '2025-12-15T02:00:00Z'
                from generate_series(1, %2$d / 500 + 1) d;

                insert into person (tenant_id, person_id, full_name, folded_name, sex, birth_text,
                                    earliest_birth, latest_birth, unit_code, recorded_at)
                select %1$d, i, n, lower(n),
                       case when i %% 2 = 0 then 'MALE' else 'FEMALE' end, b::text, b, b,
                       'GL-T' || lpad((i / 3 %% 30)::text, 2, '0'), '2025-12-15T02:00:00Z'
                from (select i, date '1930-01-01' + (i * 7919 %% 30000) as b,
                             (array['Nguyen','Nguyen','Nguyen','Nguyen','Tran','Tran','Le','Le',
                                    'Pham','Hoang','Phan','Vu','Dang','Bui','Do','Ho','Ngo',
                                    'Duong','Ly','Cao'])[1 + i * 31 %% 20] || ' '
                             || (array['Thi','Thi','Thi','Van','Van','Van','Duc','Thi Thu','Van Quoc',
                                       'Minh'])[1 + i / 20 %% 10] || ' '
                             || (array['Hoa','Lan','Mai','Hung','Dung','Tuan','Anh','Binh','Cuong',
                                       'Dat','Giang','Ha','Hai','Hanh','Hien','Hong','Hue','Huong',
                                       'Khanh','Kim','Lam','Linh','Loan','Long','Ly','Manh','Nam',
                                       'Nga','Ngoc','Nhung','Phong','Phuc','Phuong','Quang','Quy',
                                       'Son','Tam','Thanh','Thao','Thang','Thu','Thuy','Tien','Trang',
                                       'Trung','Tu','Uyen','Vinh','Xuan','Yen'])[1 + i / 200 %% 50]
                                 as n
                      from generate_series(1, %2$d) i) made;

                insert into personal_id (tenant_id, personal_id_id, person_id, number, valid_from,
                                         recorded_at)
                select %1$d, i, i, '0010' || lpad((i * 104729::bigint %% 100000000)::text, 8, '0'),
                       '2021-01-01', '2025-12-15T02:00:00Z'
                from generate_series(1, %2$d) i;

                insert into entitlement (tenant_id, person_id, entitlement_id, decision_id, ground,
                                         component, coefficient_hundredths, from_month, granted_at)
                select %1$d, i, i, i / 500 + 1, 'HTXH.75', 'MONTHLY', 100, '2026-01-01',
                       '2025-12-15T02:00:00Z'
                from generate_series(1, %2$d) i;

                insert into payee (tenant_id, person_id, component, kind, name, paper, valid_from,
                                   channel, bank, account, holder, holder_relation, name_check,
                                   change_paper, recorded_by, recorded_at)
                select %1$d, i, 'MONTHLY', 'SELF', 'Người giả lập', '', '2026-01-01', 'ACCOUNT',
                       'Ngân hàng giả lập', '9' || lpad(i::text, 10, '0'), 'Người giả lập', 'SELF',
                       'EQUAL', '', 'gia-lap', '2025-12-15T02:00:00Z'
                from generate_series(1, %2$d) i;
                """
                        .formatted(tenant.value(), count));
        TestStore.run(
                owner,
                "vacuum analyze person, person_token, personal_id, entitlement, payee, decision");
    }
}
