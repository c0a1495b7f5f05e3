-- Law and locality jars and what is in force. Common: jars hold law, not people, and every node
-- reads them before any tenant is known.

create table bundle_archive
(
    sha256        text primary key check (sha256 = encode(sha256(bytes), 'hex')),
    kind          text        not null check (kind in ('law', 'locality', 'unknown')),
    code          text        not null,
    -- code of the law it stands on; empty for the State's
    parent        text        not null,
    symbolic_name text        not null,
    version       text        not null,
    state         text        not null,
    findings      text[]      not null,
    since         timestamptz not null,
    bytes         bytea       not null
);
create index bundle_archive_newest on bundle_archive (since desc, sha256);

-- What was archived stays what it was; only its state moves.
revoke update, delete on bundle_archive from ansinh_app;
grant update (state, findings, since) on bundle_archive to ansinh_app;

create table activation
(
    kind          text        not null check (kind in ('law', 'locality')),
    code          text        not null,
    symbolic_name text        not null,
    version       text        not null,
    sha256        text        not null references bundle_archive,
    -- hash of the compiled snapshot; empty for a law, which is compiled only below a locality
    snapshot_hash text        not null,
    in_force_from timestamptz not null,
    primary key (kind, code)
);
