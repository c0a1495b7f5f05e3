-- Right after a large import the planner still takes the tables for empty or small, until the
-- server's own analyze comes by; the first payment run would be planned for a handful of people. The
-- application may not analyze tables it does not own, so the owner does it for it: these tables,
-- nothing else, and nothing of their rows is given back.
create function refresh_statistics() returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as
$$
begin
    analyze public.person, public.personal_id, public.person_token, public.residence, public.fact,
        public.decision, public.decision_effect, public.entitlement, public.payee;
end
$$;
revoke execute on function refresh_statistics() from public;
grant execute on function refresh_statistics() to ansinh_app;

-- A locality that statistics do not know yet counts as empty, and then every index that begins with
-- the tenant is as good as the right one: while its first import fills these tables each question
-- would read all it has so far (measured with 50,000 people: minutes instead of seconds).
-- Without statistics of the tenant the planner takes each for one of two hundred.
alter table personal_id alter column tenant_id set statistics 0;
alter table payee alter column tenant_id set statistics 0;
