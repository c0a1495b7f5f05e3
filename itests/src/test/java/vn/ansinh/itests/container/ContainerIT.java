package vn.ansinh.itests.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** The distribution in a real container: it comes up whole, and a locality comes and goes alone. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class ContainerIT {

    @Inject private BundleContext context;

    private Client client;

    @Configuration
    public Option[] configuration() {
        return Assembly.options();
    }

    @Before
    public void ready() {
        client = new Client();
        client.await("the platform is up", Duration.ofSeconds(120), () -> client.health() == 200);
    }

    @Test
    public void a1EveryBundleIsActiveAndEveryBlueprintContainerStands() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (bundle.getState() != (fragment ? Bundle.RESOLVED : Bundle.ACTIVE)) {
                faults.add(bundle.getSymbolicName() + " is in state " + bundle.getState());
            }
            boolean blueprint =
                    bundle.getSymbolicName().startsWith("vn.ansinh.")
                            && bundle.findEntries("OSGI-INF/blueprint", "*.xml", false) != null;
            if (blueprint && !hasContainer(bundle)) {
                faults.add(bundle.getSymbolicName() + " has no Blueprint container");
            }
        }
        assertEquals(List.of(), faults);
    }

    private boolean hasContainer(Bundle bundle) throws Exception {
        return context.getServiceReferences(
                        "org.osgi.service.blueprint.container.BlueprintContainer",
                        "(osgi.blueprint.container.symbolicname=" + bundle.getSymbolicName() + ")")
                != null;
    }

    @Test
    public void b1ALocalityComesAndGoesAndNobodyElseNotices() throws Exception {
        Path base = Path.of(System.getProperty("karaf.base"));
        Path deploy = base.resolve("deploy");
        drop(base, deploy, "law-vietnam");
        drop(base, deploy, "law-ha-noi");
        drop(base, deploy, "locality-hung-dao");
        client.await("hung-dao is active", Duration.ofSeconds(90), () -> active("hung-dao"));

        Map<Long, String> before = wirings();
        List<String> events = new ArrayList<>();
        SynchronousBundleListener listener = event -> note(event, events);
        AtomicBoolean go = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        List<String> failed = java.util.Collections.synchronizedList(new ArrayList<>());
        Thread load =
                new Thread(
                        () -> {
                            while (go.get()) {
                                int status = client.status("/cxf/api/v1/localities");
                                asked.incrementAndGet();
                                if (status != 200) {
                                    failed.add("status " + status);
                                }
                            }
                        },
                        "load");
        context.addBundleListener(listener);
        load.start();
        try {
            Path jar = drop(base, deploy, "locality-long-bien");
            client.await("long-bien is active", Duration.ofSeconds(60), () -> active("long-bien"));
            Files.delete(jar);
            client.await("long-bien is gone", Duration.ofSeconds(60), () -> !active("long-bien"));
            client.await(
                    "its bundle is gone", Duration.ofSeconds(60), () -> !installed("longbien"));
        } finally {
            go.set(false);
            load.join();
            context.removeBundleListener(listener);
        }

        assertEquals("failed requests of " + asked.get(), List.of(), failed);
        assertTrue("some load was on", asked.get() > 20);
        assertEquals("events of other bundles", List.of(), events);
        assertEquals("wirings of other bundles", before, wirings());
        assertTrue("hung-dao never noticed", active("hung-dao"));
    }

    /** What is not as its golden says is refused, and the version before pays on. */
    @Test
    public void b2AVersionWhoseReportIsNotItsGoldenIsRefusedAndTheOldGoesOn() throws Exception {
        Path base = Path.of(System.getProperty("karaf.base"));
        Path deploy = base.resolve("deploy");
        String golden = "golden/reports/HD-R2.txt";
        Path hidden = deploy.resolve(".hung-dao-9.9.9.jar");
        Path jar = jar(base, "locality-hung-dao");
        SpoiltJar.write(jar, hidden, "9.9.9", golden, "|3485000|", "|3485001|");
        Files.move(hidden, deploy.resolve("hung-dao-9.9.9.jar"), StandardCopyOption.ATOMIC_MOVE);
        client.await(
                "9.9.9 is refused",
                Duration.ofSeconds(90),
                () -> client.releases().contains("\"REFUSED\""));
        assertTrue(client.releases(), client.releases().contains("REPORT: HD-R2: dòng "));
        assertTrue("the version before", active("hung-dao"));
    }

    /** Whoever may list services or bundles' properties sees none of the generated secrets. */
    @Test
    public void c1NoServicePropertyShowsASecret() throws Exception {
        Path data = Path.of(System.getProperty("karaf.data"));
        List<String> secrets = new ArrayList<>();
        for (String file : List.of("secrets/admin-password", "secrets/tls-password")) {
            secrets.add(Files.readString(data.resolve(file)).strip());
        }
        java.util.Properties passwords = new java.util.Properties();
        try (java.io.InputStream in = Files.newInputStream(data.resolve("postgres/passwords"))) {
            passwords.load(in);
        }
        passwords.values().forEach(value -> secrets.add(value.toString()));
        assertTrue("passwords of the roles are known", secrets.size() > 4);
        List<String> faults = new ArrayList<>();
        for (ServiceReference<?> service : context.getAllServiceReferences(null, null)) {
            for (String key : service.getPropertyKeys()) {
                String value = String.valueOf(service.getProperty(key));
                if (secrets.stream().anyMatch(value::contains)) {
                    faults.add(service.getBundle().getSymbolicName() + " " + key);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    /** Every operation, form and message with the rights of one locality, both ways round. */
    @Test
    public void d1NoAnswerShowsAnotherLocalityOrARestrictedFact() throws Exception {
        Path base = Path.of(System.getProperty("karaf.base"));
        for (String jar : List.of("law-hai-duong", "law-hai-phong", "locality-tu-ky")) {
            drop(base, base.resolve("deploy"), jar);
        }
        client.await("tu-ky is active", Duration.ofSeconds(90), () -> active("tu-ky"));
        Office north = new Office(client, "tu-ky", "11074", "2025-03", "Zutrang", "7531");
        Office west = new Office(client, "hung-dao", "HD-T01", "2026-03", "Welocvu", "8642");
        north.plant();
        west.plant();
        IsolationProof proof = new IsolationProof(client);
        proof.whoMaySees(north);
        proof.whoMaySees(west);
        proof.holds(north, west);
        proof.holds(west, north);
        proof.theLogNamesNobody(List.of(north, west));
    }

    @Test
    public void z9TheLogHasNoSurprise() throws Exception {
        Path log = Path.of(System.getProperty("karaf.data"), "log", "karaf.log");
        List<String> surprises;
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            surprises =
                    lines.filter(l -> l.contains("| WARN ") || l.contains("| ERROR "))
                            .filter(l -> EXPECTED.stream().noneMatch(l::contains))
                            .toList();
        }
        assertEquals(List.of(), surprises);
    }

    /** Warnings of others that mean nothing here; each with its reason. */
    private static final List<String> EXPECTED =
            List.of(
                    // PostgreSQL 18 is newer than the Flyway that is licensed as we need it.
                    "Flyway upgrade recommended",
                    // The container under test has no terminal.
                    "org.jline",
                    // Pax Exam's own probe.
                    "org.ops4j.pax.exam");

    private static void note(BundleEvent event, List<String> events) {
        String name = event.getBundle().getSymbolicName();
        if (!name.equals("vn.ansinh.locality.longbien")) {
            events.add(name + " " + event.getType());
        }
    }

    private Map<Long, String> wirings() {
        Map<Long, String> wirings = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            wirings.put(
                    bundle.getBundleId(),
                    bundle.getSymbolicName()
                            + " "
                            + bundle.getState()
                            + " "
                            + bundle.getLastModified()
                            + " "
                            + System.identityHashCode(wiring));
        }
        return new HashMap<>(wirings);
    }

    private boolean installed(String tail) {
        return Stream.of(context.getBundles())
                .anyMatch(b -> b.getSymbolicName().equals("vn.ansinh.locality." + tail));
    }

    private boolean active(String code) {
        return client.releases()
                .replaceAll("\\s", "")
                .matches(
                        "(?s).*\\{[^{}]*\"code\":\""
                                + code
                                + "\"[^{}]*\"state\":\"ACTIVE\"[^{}]*}.*");
    }

    private static Path drop(Path base, Path deploy, String artifact) throws Exception {
        Path jar = jar(base, artifact);
        Path hidden = deploy.resolve("." + jar.getFileName());
        Path target = deploy.resolve(jar.getFileName());
        Files.copy(jar, hidden, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path jar(Path base, String artifact) throws Exception {
        try (Stream<Path> jars = Files.list(base.resolve("localities"))) {
            return jars.filter(p -> p.getFileName().toString().startsWith(artifact + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
