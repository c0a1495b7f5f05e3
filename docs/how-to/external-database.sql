-- Roles and database of An Sinh on an external PostgreSQL, versions 15 to 18.
-- Run as a superuser in the database postgres: by `ansinh database`, which also sets the passwords
-- (external-database.md), or by hand. May be run again until the database ansinh is there.

do $$
declare
    name text;
begin
    foreach name in array array['ansinh_owner', 'ansinh_app', 'ansinh_work'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I', name);
        end if;
    end loop;
end
$$;

-- Owns the database and migrates it. BYPASSRLS, because under forced row-level security a data
-- migration of the owner would silently touch nothing. Also backs up; otherwise not used.
alter role ansinh_owner login bypassrls nosuperuser nocreatedb nocreaterole noreplication;

-- One locality's rows go in and out (ansinh:locality) without judging them anew or stopping others.
grant set on parameter session_replication_role to ansinh_owner;

-- Everything at run time: under row-level security, no DDL but temporary tables.
alter role ansinh_app login nobypassrls nosuperuser nocreatedb nocreaterole noreplication;

-- The scheduler's tables only.
alter role ansinh_work login nobypassrls nosuperuser nocreatedb nocreaterole noreplication;

-- Bytes in order: sorts alike on every machine and needs no new indexes after an upgrade.
create database ansinh owner ansinh_owner encoding 'UTF8' locale 'C' template template0;

-- What each role may do inside is granted by the first migration.
