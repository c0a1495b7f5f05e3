-- Accounts of people and partner systems (tài khoản) and their rights. Common: staff logins and
-- hashes of secrets, nothing of beneficiaries; a person may work for several localities.

create table account
(
    login       text primary key check (login <> ''),
    secret_hash text not null
);

create table account_right
(
    login         text not null references account on delete cascade,
    role          text not null,
    -- code of the locality, or empty for a role that reaches none
    locality_code text not null,
    primary key (login, role, locality_code)
);
