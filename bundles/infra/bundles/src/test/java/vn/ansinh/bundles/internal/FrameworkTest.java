package vn.ansinh.bundles.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import vn.ansinh.activation.api.Wiring;
import vn.ansinh.activation.port.Candidates.Candidate;
import vn.ansinh.assessment.api.Engine;
import vn.ansinh.law.vietnam.VietnamLaw;
import vn.ansinh.locality.api.Locality;
import vn.ansinh.locality.kit.Main;
import vn.ansinh.platform.api.AnsinhException;

/** The life of bundles in a real framework. */
class FrameworkTest {

    private static final String NAME = "vn.ansinh.locality.thu";

    @TempDir Path folder;
    private Framework framework;
    private BundleContext context;
    private final List<String> cameOrLost = new CopyOnWriteArrayList<>();
    private Duration grace = Duration.ofMillis(20);
    private Services services;
    private InstalledBundles bundles;

    @BeforeEach
    void start() throws Exception {
        framework =
                new FrameworkFactory()
                        .newFramework(
                                Map.of(
                                        Constants.FRAMEWORK_STORAGE,
                                        folder.resolve("cache").toString(),
                                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                                        "vn.ansinh.locality.api;version=0.1.0",
                                        Constants.FRAMEWORK_BUNDLE_PARENT,
                                        Constants.FRAMEWORK_BUNDLE_PARENT_FRAMEWORK));
        framework.start();
        context = framework.getBundleContext();
        open();
    }

    private void open() throws Exception {
        services = new Services(context, (sha, came) -> cameOrLost.add(sha + " " + came));
        Duration second = Duration.ofSeconds(1);
        bundles =
                new InstalledBundles(
                        context,
                        () -> new Settings(folder, second, second, 64, second, grace),
                        services);
        bundles.sweep();
        services.open();
    }

    @AfterEach
    void stop() throws Exception {
        services.close();
        bundles.close();
        framework.stop();
        framework.waitForStop(5_000);
    }

    private Candidate install(String version, byte[] jar) {
        return bundles.open("locality", NAME, version, TestJars.sha256(jar), jar);
    }

    private Bundle bundle(byte[] jar) {
        for (Bundle bundle : context.getBundles()) {
            if (TestJars.sha256(jar).equals(InstalledBundles.digest(bundle))) {
                return bundle;
            }
        }
        return null;
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void twoVersionsSideBySideAndOneGoes() throws Exception {
        byte[] one = TestJars.running("1.0.0");
        byte[] two = TestJars.running("2.0.0");
        Locality first = install("1.0.0", one).locality();
        Locality second = install("2.0.0", two).locality();
        assertThat(first.getClass()).isNotSameAs(second.getClass());
        assertThat(install("1.0.0", one).locality()).isSameAs(first); // idempotent
        assertThat(bundle(one).getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(bundle(two).getState()).isEqualTo(Bundle.ACTIVE);

        bundles.retire(TestJars.sha256(one));
        assertThat(cameOrLost).contains(TestJars.sha256(one) + " false");
        until(() -> bundle(one) == null);
        assertThat(bundle(two).getState()).isEqualTo(Bundle.ACTIVE);
        // A call that was running needs a class it had not used before: it was loaded in time.
        assertThat(first.profile().name()).isEqualTo("Xã Thử");
        assertThat(services.of(bundle(two), Locality.class)).containsExactly(second);
    }

    @Test
    void returningWithinTheGraceCancelsTheEnd() throws Exception {
        grace = Duration.ofMillis(300);
        byte[] jar = TestJars.running("1.0.0");
        install("1.0.0", jar);
        bundles.retire(TestJars.sha256(jar));
        assertThat(bundle(jar).getState()).isEqualTo(Bundle.RESOLVED);
        install("1.0.0", jar);
        Thread.sleep(500);
        assertThat(bundle(jar).getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void otherBytesUnderTheSameVersionAreRefusedUnlessTheOldOnesAreGoing() {
        grace = Duration.ofMinutes(1);
        byte[] jar = TestJars.running("1.0.0");
        byte[] rebuilt =
                TestJars.running(
                        "1.0.0",
                        "context.registerService(vn.ansinh.locality.api.Locality.class, new Place(), null); Lazy.name();");
        install("1.0.0", jar);
        assertThatThrownBy(() -> install("1.0.0", rebuilt))
                .isInstanceOf(AnsinhException.class)
                .hasMessageContaining("tăng phiên bản");
        assertThat(bundle(jar).getState()).isEqualTo(Bundle.ACTIVE);
        bundles.retire(TestJars.sha256(jar));
        install("1.0.0", rebuilt);
        assertThat(bundle(jar)).isNull();
        assertThat(bundle(rebuilt).getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void whatDoesNotComeUpIsRemovedAgain() {
        byte[] silent = TestJars.running("1.0.0", "");
        assertThatThrownBy(() -> install("1.0.0", silent)).hasMessageContaining("không đăng ký");
        assertThat(bundle(silent)).isNull();
        byte[] broken = TestJars.running("1.0.0", "throw new Exception(\"hỏng\");");
        assertThatThrownBy(() -> install("1.0.0", broken)).isInstanceOf(AnsinhException.class);
        assertThat(bundle(broken)).isNull();
        Map<String, String> headers = TestJars.headers("1.0.0");
        headers.put("Import-Package", "vn.ansinh.locality.api, not.there");
        byte[] unresolved = TestJars.jar(headers, Map.of());
        assertThatThrownBy(() -> install("1.0.0", unresolved)).hasMessageContaining("not.there");
        assertThat(bundle(unresolved)).isNull();
        assertThat(context.getBundles()).hasSize(1);
    }

    @Test
    void aBundleThatWasInstalledBeforeIsFoundAndARetiredOneSwept() throws Exception {
        grace = Duration.ofMinutes(1);
        byte[] one = TestJars.running("1.0.0");
        byte[] two = TestJars.running("2.0.0");
        install("1.0.0", one);
        install("2.0.0", two);
        long id = bundle(one).getBundleId();
        bundles.retire(TestJars.sha256(two));
        services.close();
        bundles.close();
        cameOrLost.clear();
        open(); // as after a restart: nothing in memory, the framework's cache is what it was
        assertThat(cameOrLost).containsExactly(TestJars.sha256(one) + " true");
        assertThat(install("1.0.0", one).locality()).isNotNull();
        assertThat(bundle(one).getBundleId()).isEqualTo(id);
        assertThat(bundle(two)).isNull();
    }

    @Test
    void aBundleInDeployThatCameRoundTheClaimIsListed() throws Exception {
        byte[] jar = TestJars.jar(TestJars.headers("1.0.0"), Map.of());
        context.installBundle("file:/opt/ansinh/deploy/thu.jar", new ByteArrayInputStream(jar));
        assertThat(bundles.strays()).containsExactly("file:/opt/ansinh/deploy/thu.jar");
        assertThat(cameOrLost).isEmpty();
    }

    @Test
    void theWiringSaysStatePackagesAndServices() throws Exception {
        byte[] jar = TestJars.running("1.0.0");
        install("1.0.0", jar);
        Bundle broken =
                context.installBundle(
                        "thieu",
                        new ByteArrayInputStream(
                                TestJars.jar(TestJars.headers("2.0.0"), Map.of())));
        List<Wiring.BundleView> seen = new FrameworkWiring(context).bundles();
        Wiring.BundleView running =
                seen.stream().filter(b -> b.id() == bundle(jar).getBundleId()).findFirst().get();
        assertThat(running.symbolicName()).isEqualTo(NAME);
        assertThat(running.state()).isEqualTo("ACTIVE");
        assertThat(running.packages())
                .anyMatch(line -> line.startsWith("vn.ansinh.locality.api ← "));
        assertThat(running.registered()).anyMatch(line -> line.contains(Locality.class.getName()));
        Wiring.BundleView installed =
                seen.stream().filter(b -> b.id() == broken.getBundleId()).findFirst().get();
        assertThat(installed.state()).isEqualTo("INSTALLED");
        assertThat(installed.packages()).isEmpty();
    }

    @Test
    void fiftyCyclesTouchNobodyAndLeaveNothing() throws Exception {
        List<Bundle> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, String> headers = TestJars.headers("1.0.0");
            headers.put("Bundle-SymbolicName", "bystander" + i);
            byte[] jar = TestJars.jar(headers, Map.of());
            Bundle other = context.installBundle("test:" + i, new ByteArrayInputStream(jar));
            other.start();
            others.add(other);
        }
        Map<Long, List<Object>> before = state(others);
        List<String> foreign = new CopyOnWriteArrayList<>();
        context.addBundleListener(
                (SynchronousBundleListener)
                        event -> {
                            if (InstalledBundles.digest(event.getBundle()) == null) {
                                foreign.add(event.getBundle() + " " + event.getType());
                            }
                        });
        context.addFrameworkListener(
                event -> {
                    if (event.getType() == FrameworkEvent.ERROR
                            || event.getType() == FrameworkEvent.WARNING) {
                        foreign.add(String.valueOf(event.getThrowable()));
                    }
                });
        byte[] jar = TestJars.running("1.0.0");
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            loaders.add(cycle(jar));
        }
        assertThat(foreign).isEmpty();
        assertThat(state(others)).isEqualTo(before);
        until(
                () -> {
                    System.gc();
                    return loaders.stream().allMatch(l -> l.get() == null);
                });
        // Negative control: the listener does hear of others.
        others.get(0).stop();
        assertThat(foreign).isNotEmpty();
    }

    private WeakReference<ClassLoader> cycle(byte[] jar) throws InterruptedException {
        Locality locality = install("1.0.0", jar).locality();
        assertThat(locality.profile().code()).isEqualTo("thu");
        bundles.retire(TestJars.sha256(jar));
        until(() -> bundle(jar) == null);
        return new WeakReference<>(locality.getClass().getClassLoader());
    }

    private static Map<Long, List<Object>> state(List<Bundle> bundles) {
        Map<Long, List<Object>> state = new TreeMap<>();
        for (Bundle bundle : bundles) {
            state.put(
                    bundle.getBundleId(),
                    List.of(
                            bundle.getState(),
                            bundle.getLastModified(),
                            System.identityHashCode(bundle.adapt(BundleWiring.class))));
        }
        return state;
    }

    @Test
    void theClassPathOfTheCheckComesFromTheRunningBundles() throws Exception {
        framework.stop();
        framework.waitForStop(5_000);
        framework =
                new FrameworkFactory()
                        .newFramework(
                                Map.of(
                                        Constants.FRAMEWORK_STORAGE,
                                        folder.resolve("other").toString()));
        framework.start();
        context = framework.getBundleContext();
        for (Class<?> type : List.of(Locality.class, Engine.class, ClassReader.class, Main.class)) {
            context.installBundle(TestJars.place(type).toUri().toString()).start();
        }
        Path work = folder.resolve("work");
        KitClassPath path = new KitClassPath(context, work);
        assertThat(path.get()).hasSize(4).isEqualTo(path.get());
        Duration limit = Duration.ofSeconds(30);
        Settings settings = new Settings(folder, limit, limit, 128, limit, limit);
        ChildChecker checker = new ChildChecker(() -> settings, path, work);
        byte[] law = Files.readAllBytes(TestJars.place(VietnamLaw.class));
        assertThat(checker.check(law, List.of())).isEmpty();
        open();
    }
}
