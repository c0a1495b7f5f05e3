-- DỮ LIỆU GIẢ LẬP: people of one locality with names of the frequency they really have.
-- The session sets ansinh.tenant; :n people.
insert into person (tenant_id, person_id, full_name, folded_name, sex, birth_text, earliest_birth,
                    latest_birth, unit_code, recorded_at)
select nullif(current_setting('ansinh.tenant'), '')::int, i, n, lower(n),
       case when i % 2 = 0 then 'MALE' else 'FEMALE' end, b::text, b, b, 'T' || i / 3 % 30,
       '2025-12-15T02:00:00Z'
from (select i, date '1930-01-01' + (i * 7919 % 30000) as b,
             (array ['Nguyen', 'Nguyen', 'Nguyen', 'Nguyen', 'Tran', 'Tran', 'Le', 'Le', 'Pham',
                     'Hoang', 'Phan', 'Vu', 'Dang', 'Bui', 'Do', 'Ho', 'Ngo', 'Duong', 'Ly',
                     'Cao'])[1 + i * 31 % 20] || ' '
             || (array ['Thi', 'Thi', 'Thi', 'Van', 'Van', 'Van', 'Duc', 'Thi Thu', 'Van Quoc',
                        'Minh'])[1 + i / 20 % 10] || ' '
             || (array ['Hoa', 'Lan', 'Mai', 'Hung', 'Dung', 'Tuan', 'Anh', 'Binh', 'Cuong', 'Dat',
                        'Giang', 'Ha', 'Hai', 'Hanh', 'Hien', 'Hong', 'Hue', 'Huong', 'Khanh',
                        'Kim', 'Lam', 'Linh', 'Loan', 'Long', 'Ly', 'Manh', 'Nam', 'Nga', 'Ngoc',
                        'Nhung', 'Phong', 'Phuc', 'Phuong', 'Quang', 'Quy', 'Son', 'Tam', 'Thanh',
                        'Thao', 'Thang', 'Thu', 'Thuy', 'Tien', 'Trang', 'Trung', 'Tu', 'Uyen',
                        'Vinh', 'Xuan', 'Yen'])[1 + i / 200 % 50] as n
      from generate_series(1, :n) i) made;
insert into personal_id (tenant_id, personal_id_id, person_id, number, valid_from, recorded_at)
select nullif(current_setting('ansinh.tenant'), '')::int, i, i,
       '0010' || lpad((i * 104729::bigint % 100000000)::text, 8, '0'), '2021-01-01',
       '2025-12-15T02:00:00Z'
from generate_series(1, :n) i;
