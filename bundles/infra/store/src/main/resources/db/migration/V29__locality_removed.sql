-- A locality that was taken away leaves its code, which is never given again, and its trail.
alter table locality
    add column removed_at timestamptz,
    add constraint removed_at_rest check (removed_at is null or suspended_at is not null);
revoke update on locality from ansinh_app;
grant update (suspended_at, suspended_reason) on locality to ansinh_app;
