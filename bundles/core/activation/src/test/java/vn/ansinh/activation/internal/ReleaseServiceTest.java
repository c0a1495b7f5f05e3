package vn.ansinh.activation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ansinh.activation.internal.World.BOSS;
import static vn.ansinh.activation.internal.World.law;
import static vn.ansinh.activation.internal.World.locality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.activation.api.ActiveLaw.Active;
import vn.ansinh.activation.api.Intake;
import vn.ansinh.activation.api.Releases;
import vn.ansinh.activation.api.Releases.State;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

class ReleaseServiceTest {

    private static final String STATE = law("vietnam", "1.0.0");
    private static final String CITY = law("hanoi", "1.0.0");
    private static final String CITY_2 = law("hanoi", "2.0.0");
    private static final String COMMUNE = locality("xa", "1.0.0");
    private static final String COMMUNE_2 = locality("xa", "2.0.0");
    private static final String WARD = locality("phuong", "1.0.0");

    private static World running() {
        World world = new World(true);
        List.of(STATE, CITY, COMMUNE, WARD).forEach(world::offer);
        return world;
    }

    private static void hasCode(Throwable thrown, ErrorCode code) {
        assertThat(thrown).isInstanceOf(AnsinhException.class);
        assertThat(((AnsinhException) thrown).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void theOrderOfArrivalDoesNotMatter(String order) {
        World world = new World(true);
        List<String> jars = List.of(STATE, CITY, COMMUNE);
        for (char next : order.toCharArray()) {
            world.offer(jars.get(next - '0'));
        }
        assertThat(world.seen())
                .containsOnly(java.util.Map.entry("xa", STATE + "+" + CITY + "+" + COMMUNE));
        assertThat(world.checked)
                .containsExactlyInAnyOrder(
                        STATE, CITY + "<" + STATE, COMMUNE + "<" + STATE + "<" + CITY);
        assertThat(world.unit.tenants).extracting("code").containsExactly("xa");
        assertThat(world.unit.trail).containsExactly("locality.activate 1");
    }

    @Test
    void aLocalityBeforeItsLawSaysWhatItWaitsFor() {
        World world = new World(true);
        world.offer(COMMUNE);
        assertThat(world.state(COMMUNE)).isEqualTo(State.STAGED);
        assertThat(world.findings(COMMUNE)).containsExactly("chờ luật hanoi");
        assertThat(world.checked).isEmpty();
        assertThatThrownBy(() -> world.table.require("xa"))
                .satisfies(e -> hasCode(e, ErrorCode.LAW_NOT_ACTIVE))
                .hasMessageContaining("xa")
                .hasMessageContaining("deploy/");
    }

    @Test
    void withoutAutoActivationSomebodyActivates() {
        World world = new World(false);
        List.of(STATE, CITY, COMMUNE).forEach(world::offer);
        assertThat(world.seen()).isEmpty();
        assertThat(world.state(COMMUNE)).isEqualTo(State.CHECKED);
        assertThat(world.findings(COMMUNE)).containsExactly("chờ luật hanoi");
        assertThatThrownBy(() -> world.service.activate(BOSS, COMMUNE))
                .satisfies(e -> hasCode(e, ErrorCode.CONFLICT))
                .hasMessageContaining("hanoi");
        assertThat(world.unit.tenants).isEmpty();

        world.service.activate(BOSS, STATE);
        world.service.activate(BOSS, CITY);
        assertThat(world.findings(COMMUNE)).isEmpty();
        assertThat(world.seen()).isEmpty();
        world.service.activate(BOSS, COMMUNE);
        assertThat(world.seen()).containsKey("xa");
        world.service.activate(BOSS, COMMUNE); // again: nothing
        assertThat(world.unit.trail).containsExactly("locality.activate 1");
    }

    @Test
    void whatChangesALawInForceNeedsAnApprovedDiffAndTheWayBackDoesNot() {
        World world = new World(false);
        for (String sha : List.of(STATE, CITY, COMMUNE)) {
            world.offer(sha);
            world.service.activate(BOSS, sha);
        }
        String before = world.seen().get("xa");
        world.offer(CITY_2);
        List<Active> shadow = world.service.preview(CITY_2);
        assertThat(shadow).extracting(a -> a.profile().code()).containsExactly("xa");
        String after = shadow.get(0).snapshot().hash();
        assertThat(world.seen()).containsEntry("xa", before);
        assertThat(after).isNotEqualTo(before);

        assertThatThrownBy(() -> world.service.activate(BOSS, CITY_2))
                .satisfies(e -> hasCode(e, ErrorCode.CONFLICT))
                .hasMessageContaining("chưa được phê duyệt cho xa");
        // Of another law than the one in force now: no agreement to this change.
        agree(world, "other", after);
        assertThatThrownBy(() -> world.service.activate(BOSS, CITY_2))
                .satisfies(e -> hasCode(e, ErrorCode.CONFLICT));
        assertThat(world.seen()).containsEntry("xa", before);

        agree(world, before, after);
        world.service.activate(BOSS, CITY_2);
        assertThat(world.seen()).containsEntry("xa", after);
        assertThatThrownBy(() -> world.service.preview(CITY_2))
                .satisfies(e -> hasCode(e, ErrorCode.CONFLICT));

        world.service.activate(BOSS, CITY);
        assertThat(world.seen()).containsEntry("xa", before);
    }

    /** Readers wait for no compilation: it was done for the diff, or when it was in force. */
    @Test
    void whatADiffLookedAtAndTheWayBackAreCompiledOnce() {
        World world = new World(false);
        for (String sha : List.of(STATE, CITY, COMMUNE)) {
            world.offer(sha);
            world.service.activate(BOSS, sha);
        }
        String before = world.seen().get("xa");
        world.offer(CITY_2);
        int first = world.compiled;
        String after = world.service.preview(CITY_2).get(0).snapshot().hash();
        assertThat(world.compiled).isEqualTo(first + 1);
        agree(world, before, after);
        world.service.activate(BOSS, CITY_2);
        world.service.activate(BOSS, CITY);
        world.service.activate(BOSS, CITY_2);
        assertThat(world.seen()).containsEntry("xa", after);
        assertThat(world.compiled).isEqualTo(first + 1);
        // Negative control: a version that was let go of is compiled anew.
        world.service.withdraw(BOSS, COMMUNE);
        world.service.activate(BOSS, COMMUNE);
        assertThat(world.compiled).isEqualTo(first + 2);
    }

    private static void agree(World world, String from, String to) {
        Releases.Approval approval =
                new Releases.Approval(CITY_2, "xa", from, to, "d1", "an", "binh", world.now);
        world.unit.common(
                BOSS,
                () -> {
                    world.service.approve(approval);
                    return null;
                });
    }

    @Test
    void aNewLawRecompilesEverybodyOnItInOneStep() {
        World world = running();
        Active held = world.table.require("xa");
        world.offer(CITY_2);
        assertThat(world.seen())
                .containsEntry("xa", STATE + "+" + CITY_2 + "+" + COMMUNE)
                .containsEntry("phuong", STATE + "+" + CITY_2 + "+" + WARD);
        assertThat(held.snapshot().hash()).isEqualTo(STATE + "+" + CITY + "+" + COMMUNE);
        assertThat(world.unit.trail).contains("law.activate 1", "law.activate 2");
        assertThat(world.state(CITY)).isEqualTo(State.CHECKED);
        assertThat(world.unit.common(BOSS, world.archive::inForce))
                .filteredOn(v -> v.code().equals("xa"))
                .extracting("snapshotHash")
                .containsExactly(STATE + "+" + CITY_2 + "+" + COMMUNE);
    }

    @Test
    void readersNeverSeeAMix() throws Exception {
        World world = running();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<String> mix = new AtomicReference<>();
        List<String> hashes = new ArrayList<>();
        Thread reader =
                new Thread(
                        () -> {
                            while (!stop.get()) {
                                List<Active> all = world.table.all();
                                boolean one =
                                        all.stream()
                                                        .map(
                                                                a ->
                                                                        a.snapshot()
                                                                                .hash()
                                                                                .split("\\+")[1])
                                                        .distinct()
                                                        .count()
                                                == 1;
                                if (!one || all.size() != 2) {
                                    mix.set(all.toString());
                                }
                                hashes.add(all.get(0).snapshot().hash());
                            }
                        });
        reader.start();
        world.offer(CITY_2);
        for (int i = 0; i < 200; i++) {
            world.service.activate(BOSS, i % 2 == 0 ? CITY : CITY_2);
        }
        stop.set(true);
        reader.join();
        assertThat(mix.get()).isNull();
        assertThat(hashes).isNotEmpty();
    }

    @Test
    void anUntouchedLocalityKeepsItsVeryObject() {
        World world = running();
        Active ward = world.table.require("phuong");
        world.offer(COMMUNE_2);
        assertThat(world.table.require("xa").version()).isEqualTo("2.0.0");
        assertThat(world.table.require("phuong")).isSameAs(ward);
    }

    @Test
    void twoVersionsOneSeatAndTheWayBack() {
        World world = running();
        world.offer(COMMUNE_2);
        assertThat(world.state(COMMUNE)).isEqualTo(State.CHECKED);
        assertThat(world.retired).isEmpty(); // the version before stays for the way back
        world.service.activate(BOSS, COMMUNE);
        assertThat(world.table.require("xa").version()).isEqualTo("1.0.0");
        world.offer(locality("xa", "3.0.0"));
        assertThat(world.retired).containsExactly(COMMUNE_2);
    }

    @Test
    void aLowerVersionDoesNotActivateItself() {
        World world = new World(true);
        List.of(STATE, CITY, locality("xa", "10.0.0"), locality("xa", "9.0.0"))
                .forEach(world::offer);
        assertThat(world.table.require("xa").version()).isEqualTo("10.0.0");
        assertThat(world.state(locality("xa", "9.0.0"))).isEqualTo(State.CHECKED);
        assertThat(world.findings(locality("xa", "9.0.0")))
                .singleElement()
                .asString()
                .contains("10.0.0");
    }

    @Test
    void withdrawAndReturn() {
        World world = running();
        assertThat(world.service.takeBack(COMMUNE)).isTrue();
        assertThat(world.seen()).containsOnlyKeys("phuong");
        assertThat(world.state(COMMUNE)).isEqualTo(State.WITHDRAWN);
        assertThat(world.retired).containsExactly(COMMUNE);
        assertThat(world.unit.byCode("xa")).isPresent(); // data stay
        assertThat(world.unit.trail).contains("locality.withdraw 1");
        world.offer(COMMUNE);
        assertThat(world.seen()).containsOnlyKeys("phuong", "xa");
    }

    @Test
    void whatAPersonWithdrewDoesNotComeBackByItself() {
        World world = running();
        world.service.withdraw(BOSS, COMMUNE);
        world.offer(COMMUNE); // the file still lies there at the next start
        assertThat(world.state(COMMUNE)).isEqualTo(State.WITHDRAWN);
        world.service.activate(BOSS, COMMUNE);
        assertThat(world.seen()).containsKey("xa");
    }

    @Test
    void aLawStaysWhileSomebodyStandsOnIt() {
        World world = running();
        assertThatThrownBy(() -> world.service.withdraw(BOSS, CITY))
                .satisfies(e -> hasCode(e, ErrorCode.CONFLICT))
                .hasMessageContaining("phuong, xa");
        assertThatThrownBy(() -> world.service.withdraw(BOSS, STATE))
                .satisfies(e -> hasCode(e, ErrorCode.CONFLICT));
        assertThat(world.service.takeBack(CITY)).isFalse();
        assertThat(world.findings(CITY)).singleElement().asString().contains("phuong, xa");
        assertThat(world.seen()).hasSize(2);
        world.service.withdraw(BOSS, COMMUNE);
        world.service.withdraw(BOSS, WARD);
        assertThat(world.service.takeBack(CITY)).isTrue();
        assertThat(world.state(CITY)).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void afterARestartEverythingIsActiveWithoutAnotherCheck() {
        World world = running();
        var before = world.seen();
        world.checked.clear();
        world.notStarting.add(WARD);
        world.start(true);
        assertThat(world.seen()).isEmpty();
        assertThat(world.service.restore()).isEqualTo(1);
        assertThat(world.seen()).containsOnlyKeys("xa"); // one in trouble holds up nobody
        world.notStarting.clear();
        List.of(STATE, CITY, COMMUNE, WARD).forEach(world::offer); // the claim offers all again
        assertThat(world.service.restore()).isZero();
        assertThat(world.seen()).isEqualTo(before);
        assertThat(world.checked).isEmpty();
    }

    @Test
    void aBundleThatGoesAndComesByItself() {
        World world = running();
        world.gone.add(COMMUNE);
        world.service.lost(COMMUNE);
        assertThat(world.seen()).containsOnlyKeys("phuong");
        assertThat(world.state(COMMUNE)).isEqualTo(State.ACTIVE);
        world.gone.remove(COMMUNE);
        world.service.came(COMMUNE);
        world.service.came(COMMUNE_2); // not in force: nothing
        assertThat(world.seen()).containsOnlyKeys("phuong", "xa");
    }

    /** A bundle that was retired and opened again is told of late: it serves without a pause. */
    @Test
    void aBundleThatIsBackWhenItsGoingIsToldServesOn() {
        World world = running();
        world.service.lost(COMMUNE);
        assertThat(world.seen()).containsOnlyKeys("phuong", "xa");
    }

    @Test
    void aCodeThatIsAnotherBundlesIsRefusedUntilThatOneIsWithdrawn() {
        World world = running();
        var before = world.seen();
        Intake.Offer other = other("locality-xa-9.0.0");
        world.service.offer(other);
        assertThat(world.state(other.sha256())).isEqualTo(State.REFUSED);
        assertThat(world.findings(other.sha256()))
                .containsExactly(
                        "CODE: mã «xa» là của gói vn.ansinh.test.xa: hãy dùng mã khác, hoặc rút gói"
                                + " ấy trước");
        assertThat(world.seen()).isEqualTo(before);

        world.service.withdraw(BOSS, COMMUNE);
        Intake.Offer later = other("locality-xa-9.0.1");
        world.service.offer(later);
        assertThat(world.state(later.sha256())).isEqualTo(State.ACTIVE);
    }

    private static Intake.Offer other(String sha) {
        return new Intake.Offer(
                "locality",
                "xa",
                "hanoi",
                "vn.la",
                sha.substring(sha.lastIndexOf('-') + 1),
                sha,
                sha.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                List.of());
    }

    @Test
    void whatFailsIsSaidAndTheOldGoesOn() {
        World world = running();
        var before = world.seen();
        world.failingCheck.add(COMMUNE_2);
        world.offer(COMMUNE_2);
        assertThat(world.state(COMMUNE_2)).isEqualTo(State.REFUSED);
        assertThat(world.findings(COMMUNE_2)).containsExactly("ca chuẩn sai");
        assertThatThrownBy(() -> world.service.activate(BOSS, COMMUNE_2))
                .satisfies(e -> hasCode(e, ErrorCode.CONFLICT))
                .hasMessageContaining("ca chuẩn sai");

        world.notCompiling.add(CITY_2);
        world.offer(CITY_2);
        assertThat(world.state(CITY_2)).isEqualTo(State.CHECKED);
        assertThat(world.findings(CITY_2)).singleElement().asString().contains("mâu thuẫn");

        world.notStarting.add(locality("xa", "3.0.0"));
        world.offer(locality("xa", "3.0.0"));
        assertThat(world.findings(locality("xa", "3.0.0"))).containsExactly("gói không khởi động");

        world.offer(
                "locality-xa-4.0.0", new byte[] {1}, List.of("gói không được có Export-Package"));
        assertThat(world.state("locality-xa-4.0.0")).isEqualTo(State.REFUSED);
        assertThat(world.seen()).isEqualTo(before);
    }

    @Test
    void otherBytesNeedAnotherVersion() {
        World world = running();
        String rebuilt = COMMUNE + "-rebuilt";
        world.offer(rebuilt);
        assertThat(world.state(rebuilt)).isEqualTo(State.REFUSED);
        assertThat(world.findings(rebuilt)).singleElement().asString().contains("tăng phiên bản");
    }

    @Test
    void aLostDatabaseIsNoFaultOfTheJar() {
        World world = new World(true);
        world.unit.down = true;
        assertThatThrownBy(() -> world.offer(STATE))
                .satisfies(e -> hasCode(e, ErrorCode.STORE_UNAVAILABLE));
        world.unit.down = false;
        world.offer(STATE);
        assertThat(world.state(STATE)).isEqualTo(State.ACTIVE);
    }

    @Test
    void unknownDigests() {
        World world = new World(true);
        assertThatThrownBy(() -> world.service.activate(BOSS, "none"))
                .satisfies(e -> hasCode(e, ErrorCode.NOT_FOUND));
        assertThat(world.service.takeBack("none")).isTrue();
    }
}
