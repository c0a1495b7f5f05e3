package vn.ansinh.rest.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.HashSet;
import java.util.Set;
import vn.ansinh.activation.api.ActiveLaw;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.beneficiary.api.FactRecords;
import vn.ansinh.beneficiary.api.Register;
import vn.ansinh.entitlement.api.RunningDecisions;
import vn.ansinh.identity.api.AuditTrail;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Staff;
import vn.ansinh.payment.api.Payments;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.reporting.api.Reports;

/** Builds the room's inside. */
public final class RestModule {
    private static final Set<Class<?>> RESOURCES =
            Set.of(
                    LocalitiesResource.class,
                    PeopleResource.class,
                    DecisionImportResource.class,
                    RunsResource.class,
                    ReportsResource.class,
                    ReleasesResource.class,
                    AccountsResource.class,
                    DelegationsResource.class,
                    OperatorsResource.class,
                    MeResource.class,
                    AuditResource.class);

    private final Identity identity;
    private final Localities localities;
    private final Register register;
    private final RunningDecisions decisions;
    private final Payments payments;
    private final Reports reports;
    private final ActiveLaw activeLaw;
    private final Releases releases;
    private final Engine engine;
    private final CivilClock clock;
    private final Staff staff;
    private final AuditTrail trail;
    private final FactRecords factRecords;

    /** Over the cores' services. */
    public RestModule(
            Identity identity,
            Localities localities,
            Register register,
            RunningDecisions decisions,
            Payments payments,
            Reports reports,
            ActiveLaw activeLaw,
            Releases releases,
            Engine engine,
            CivilClock clock,
            Staff staff,
            AuditTrail trail,
            FactRecords factRecords) {
        this.identity = identity;
        this.localities = localities;
        this.register = register;
        this.decisions = decisions;
        this.payments = payments;
        this.reports = reports;
        this.activeLaw = activeLaw;
        this.releases = releases;
        this.engine = engine;
        this.clock = clock;
        this.staff = staff;
        this.trail = trail;
        this.factRecords = factRecords;
    }

    /** Every resource that people and systems call. */
    static Set<Class<?>> resources() {
        Set<Class<?>> all = new HashSet<>(RESOURCES);
        all.addAll(RegisterModule.RESOURCES);
        all.addAll(DecisionsModule.RESOURCES);
        all.addAll(IntakeModule.RESOURCES);
        all.addAll(FindingRestModule.RESOURCES);
        all.addAll(EstimatesModule.RESOURCES);
        all.addAll(LedgerRestModule.RESOURCES);
        all.addAll(RunsModule.RESOURCES);
        all.addAll(OrdersRestModule.RESOURCES);
        all.addAll(ItemsRestModule.RESOURCES);
        all.addAll(SuccessionsRestModule.RESOURCES);
        return all;
    }

    /** Localities. */
    public LocalitiesResource localities() {
        return new LocalitiesResource(localities, activeLaw);
    }

    /** People. */
    public PeopleResource people() {
        return new PeopleResource(
                localities, register, decisions, activeLaw, engine, clock, factRecords);
    }

    /** Import of decisions. */
    public DecisionImportResource decisionImport() {
        return new DecisionImportResource(localities, decisions);
    }

    /** Runs. */
    public RunsResource runs() {
        return new RunsResource(localities, payments);
    }

    /** Reports. */
    public ReportsResource reports() {
        return new ReportsResource(localities, reports);
    }

    /** Releases. */
    public ReleasesResource releases() {
        return new ReleasesResource(releases);
    }

    /** Accounts, rights, delegations, titles of a locality. */
    public AccountsResource accounts() {
        return new AccountsResource(localities, identity, staff);
    }

    /** Delegations of a locality. */
    public DelegationsResource delegations() {
        return new DelegationsResource(localities, staff);
    }

    /** Accounts of those who run the container. */
    public OperatorsResource operators() {
        return new OperatorsResource(identity, staff);
    }

    /** The caller's own account. */
    public MeResource me() {
        return new MeResource(staff);
    }

    /** Who looked at whom. */
    public AuditResource audit() {
        return new AuditResource(localities, trail, clock);
    }

    /** The description of all of them. */
    public OpenApiResource openApi() {
        return new OpenApiResource(resources());
    }

    /** Who may do what. */
    public AccessFilter access() {
        return new AccessFilter(identity);
    }

    /** JSON as this interface writes it: dates as text, unknown fields refused. */
    public ObjectMapper json() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
