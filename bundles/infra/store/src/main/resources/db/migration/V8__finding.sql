-- Administrative units, search of people by words of their names, duplicates to adjudicate.

-- Units (đơn vị hành chính) of both public lists. Common: names of places, no people. A code means
-- nothing without its time: codes and names were given anew on 1 July 2025 (11086 is another commune
-- since). Loaded as a whole by the store's start, never written otherwise.
create table administrative_unit
(
    code        text not null check (code ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5})$'),
    valid_from  date not null,
    valid_to    date check (valid_to >= valid_from),
    level       text not null check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE')),
    kind        text not null,
    name        text not null check (name <> ''),
    folded_name text collate "C" not null,
    -- code of the unit above in the same list; empty for a province
    parent_code text not null,
    source      text not null,
    primary key (code, valid_from)
);
create index administrative_unit_by_name on administrative_unit (folded_name, code);
create index administrative_unit_below on administrative_unit (parent_code, code);

-- Which unit's territory went where, only where a source says so.
create table unit_succession
(
    old_code   text not null,
    old_from   date not null,
    new_code   text not null,
    new_from   date not null,
    -- WHOLE: all people; PART: some; UNSTATED: the source does not say how much
    extent     text not null check (extent in ('WHOLE', 'PART', 'UNSTATED')),
    confidence text not null check (confidence in ('VERIFIED', 'UNCERTAIN')),
    source     text not null check (source <> ''),
    primary key (old_code, old_from, new_code, new_from),
    foreign key (old_code, old_from) references administrative_unit,
    foreign key (new_code, new_from) references administrative_unit
);
create index unit_succession_of_new on unit_succession (new_code, new_from);

-- What the loader did not match and therefore left out, for a person to look at.
create table unit_list_finding
(
    file     text not null,
    line     int  not null,
    sentence text not null,
    primary key (file, line)
);

-- Digest of what is loaded: the same files again are not read.
create table unit_list
(
    only_row  boolean primary key default true check (only_row),
    sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    loaded_at timestamptz not null
);
revoke insert, update, delete on administrative_unit, unit_succession, unit_list_finding, unit_list
    from ansinh_app;

-- The words of every name, folded, each with the whole name. Range conditions on text in C order are
-- leakproof, hence index conditions under row-level security; like, trigrams and full text are not.
-- The name stands in the index, so that the other words are compared without reading the person.
create table person_token
(
    tenant_id int  not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    token     text collate "C" not null check (token <> ''),
    person_id bigint not null,
    -- folded, with a space before and after
    name      text not null,
    primary key (tenant_id, token, person_id) include (name),
    foreign key (tenant_id, person_id) references person
);
create index person_token_of_person on person_token (tenant_id, person_id);
select protect_tenant_table('person_token');

-- By trigger, once per statement: every way of writing a person is covered, bulk included.
create function person_tokens_inserted() returns trigger language plpgsql as $$
begin
    insert into person_token (tenant_id, token, person_id, name)
    select distinct n.tenant_id, w, n.person_id, ' ' || n.folded_name || ' '
    from new_rows n cross join lateral unnest(string_to_array(n.folded_name, ' ')) w
    where w <> '';
    return null;
end
$$;
create trigger person_tokens_inserted after insert on person
    referencing new table as new_rows for each statement execute function person_tokens_inserted();

create function person_tokens_renamed() returns trigger language plpgsql as $$
begin
    delete from person_token t using old_rows o, new_rows n
    where n.tenant_id = o.tenant_id and n.person_id = o.person_id
      and n.folded_name <> o.folded_name
      and t.tenant_id = o.tenant_id and t.person_id = o.person_id;
    insert into person_token (tenant_id, token, person_id, name)
    select distinct n.tenant_id, w, n.person_id, ' ' || n.folded_name || ' '
    from new_rows n
         join old_rows o on o.tenant_id = n.tenant_id and o.person_id = n.person_id
         cross join lateral unnest(string_to_array(n.folded_name, ' ')) w
    where n.folded_name <> o.folded_name and w <> '';
    return null;
end
$$;
create trigger person_tokens_renamed after update on person
    referencing old table as old_rows new table as new_rows
    for each statement execute function person_tokens_renamed();

insert into person_token (tenant_id, token, person_id, name)
select distinct p.tenant_id, w, p.person_id, ' ' || p.folded_name || ' '
from person p cross join lateral unnest(string_to_array(p.folded_name, ' ')) w
where w <> '';

-- Numbers people are found by beside those of V7: the account money goes to, the decision.
create index decision_by_number on decision (tenant_id, number collate "C");

-- Two records that may be one person (nghi trùng). A judged pair is never asked again unless what it
-- was judged on has changed: then it comes as a new row and the old one stays.
create table duplicate_pair
(
    tenant_id     int not null default nullif(current_setting('ansinh.tenant', true), '')::int,
    pair_id       bigint not null generated always as identity,
    first_person  bigint not null,
    second_person bigint not null,
    score         int  not null check (score between 0 and 100),
    reasons       text[] not null,
    -- digest of what was compared of both
    fingerprint   text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    -- SAME is a proposal to merge; WITHDRAWN: no longer alike before anybody judged
    state         text not null check (state in ('OPEN', 'SAME', 'DIFFERENT', 'WITHDRAWN')),
    -- of a SAME pair: the record proposed to stay
    keep_person   bigint,
    found_at      timestamptz not null,
    judged_at     timestamptz,
    judged_by     text,
    why           text,
    primary key (tenant_id, pair_id),
    foreign key (tenant_id, first_person) references person,
    foreign key (tenant_id, second_person) references person,
    check (first_person < second_person),
    check ((state in ('SAME', 'DIFFERENT')) = (judged_by is not null)),
    check (judged_by is null or why <> ''),
    check ((state = 'OPEN') = (judged_at is null)),
    check ((state = 'SAME') = (keep_person is not null)),
    check (keep_person is null or keep_person in (first_person, second_person))
);
create unique index duplicate_pair_open
    on duplicate_pair (tenant_id, first_person, second_person) where state = 'OPEN';
create index duplicate_pair_of on duplicate_pair (tenant_id, first_person, second_person, pair_id);
create index duplicate_pair_queue on duplicate_pair (tenant_id, state, score, pair_id);
select protect_tenant_table('duplicate_pair');
revoke delete on duplicate_pair from ansinh_app;

create function duplicate_pair_is_judged() returns trigger language plpgsql as $$
begin
    if old.state <> 'OPEN' then
        raise exception 'pair % is judged', old.pair_id using errcode = '23514';
    end if;
    return new;
end
$$;
create trigger duplicate_pair_is_judged before update on duplicate_pair
    for each row execute function duplicate_pair_is_judged();
