package vn.ansinh.identity.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.AuditTrail;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Sessions;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.identity.port.Accounts;
import vn.ansinh.identity.port.AuditEvents;
import vn.ansinh.identity.port.SecretHasher;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.Audit;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.UnitOfWork;

/** Builds the room's inside and brings the administrator's secret from its file. */
public final class IdentityModule {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.identity");

    private final StoredIdentity identity;
    private final Staff staff;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Path secretFile;
    private boolean administratorThere;

    /**
     * From configuration.
     *
     * @param ports what the room needs from outside
     * @param secretsDir folder with the file {@code admin-password}
     * @param limits of sign-ins and sessions
     */
    public IdentityModule(Ports ports, String secretsDir, Limits limits) {
        this(ports, secretsDir, limits, System::nanoTime);
    }

    IdentityModule(Ports ports, String secretsDir, Limits limits, LongSupplier nanoTime) {
        GrantRules rules = new GrantRules(ports.localities, ports.unitOfWork, ports.audit);
        SignIns signIns =
                new SignIns(
                        nanoTime,
                        limits.lockoutFailures,
                        Duration.ofMinutes(limits.lockoutMinutes));
        this.identity =
                new StoredIdentity(ports.accounts, ports.hasher, signIns, rules, ports.clock);
        this.staff = new StoredStaff(ports.accounts, ports.hasher, identity, rules, ports.clock);
        this.sessions =
                new MemorySessions(
                        ports.accounts,
                        identity,
                        ports.clock,
                        Duration.ofMinutes(limits.sessionIdleMinutes),
                        Duration.ofHours(limits.sessionHours),
                        nanoTime);
        this.trail = new RecordedTrail(ports.events, ports.unitOfWork, ports.audit, ports.clock);
        this.secretFile = Path.of(secretsDir).resolve("admin-password");
    }

    /** Tries now; a database that is away at this moment is tried again at every sign-in. */
    public void start() {
        try {
            administrator();
        } catch (RuntimeException e) {
            LOG.warn("Administrator not made yet cause='{}'", e.toString());
        }
    }

    /** Accounts. */
    public Identity identity() {
        return new Identity() {
            @Override
            public Optional<Account> authenticate(String login, char[] secret) {
                administrator();
                return identity.authenticate(login, secret);
            }

            @Override
            public Optional<Account> account(String login) {
                return identity.account(login);
            }

            @Override
            public char[] issue(Actor actor, String login, Set<Right> rights) {
                return identity.issue(actor, login, rights);
            }

            @Override
            public List<Account> accounts(String localityCode) {
                return identity.accounts(localityCode);
            }
        };
    }

    /** Changes of accounts, rights, delegations. */
    public Staff staff() {
        return staff;
    }

    /** Sessions of browsers. */
    public Sessions sessions() {
        return sessions;
    }

    /** Who looked at whom. */
    public AuditTrail trail() {
        return trail;
    }

    private synchronized void administrator() {
        if (administratorThere) {
            return;
        }
        if (!Files.exists(secretFile)) {
            LOG.warn("Administrator's secret is missing file='{}'", secretFile);
            return;
        }
        try {
            identity.administrator(Files.readString(secretFile).strip().toCharArray());
        } catch (IOException e) {
            LOG.error("Administrator's secret cannot be read file='{}'", secretFile, e);
            return;
        }
        administratorThere = true;
    }

    /** What the room needs from outside. */
    public record Ports(
            Accounts accounts,
            AuditEvents events,
            SecretHasher hasher,
            Localities localities,
            UnitOfWork unitOfWork,
            Audit audit,
            CivilClock clock) {}

    /**
     * Limits, all positive.
     *
     * @param lockoutFailures failures of one login after which it waits
     * @param lockoutMinutes minutes it waits
     * @param sessionIdleMinutes minutes without a request until a session ends
     * @param sessionHours hours after which every session ends
     */
    public record Limits(
            int lockoutFailures, int lockoutMinutes, int sessionIdleMinutes, int sessionHours) {
        public Limits {
            if (lockoutFailures < 1
                    || lockoutMinutes < 1
                    || sessionIdleMinutes < 1
                    || sessionHours < 1) {
                throw new IllegalArgumentException("vn.ansinh.identity: every limit is at least 1");
            }
        }
    }
}
