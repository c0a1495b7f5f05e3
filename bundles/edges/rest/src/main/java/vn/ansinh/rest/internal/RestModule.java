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
import vn.ansinh.identity.api.Identity;
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
                    DecisionsResource.class,
                    DecisionImportResource.class,
                    RunsResource.class,
                    ReportsResource.class,
                    ReleasesResource.class,
                    UnitsResource.class,
                    LocalityUnitsResource.class,
                    PeopleSearchResource.class,
                    DuplicatesResource.class,
                    MonthlyListsResource.class);

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
        this.factRecords = factRecords;
    }

    /** Localities and accounts. */
    public LocalitiesResource localities() {
        return new LocalitiesResource(localities, activeLaw, identity);
    }

    /** People. */
    public PeopleResource people() {
        return new PeopleResource(
                localities, register, decisions, activeLaw, engine, clock, factRecords);
    }

    /** Decisions. */
    public DecisionsResource decisions() {
        return new DecisionsResource(localities, decisions);
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

    /** The description of all of them. */
    public OpenApiResource openApi() {
        Set<Class<?>> all = new HashSet<>(RESOURCES);
        all.addAll(RegisterModule.RESOURCES);
        return new OpenApiResource(all);
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
