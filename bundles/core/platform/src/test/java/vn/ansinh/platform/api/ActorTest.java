package vn.ansinh.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static Actor actor(String login, String onBehalfOf) {
        return new Actor(login, onBehalfOf, "", "", Set.of());
    }

    @Test
    void theOneWhoPreparesNeverChecksThemselvesNorThroughADelegate() {
        Actor officer = actor("can-bo", "");
        Actor leader = actor("chu-tich", "");
        Actor delegate = actor("pho", "chu-tich");

        assertThat(leader.sameHandAs(officer.hands())).isFalse();
        assertThat(delegate.sameHandAs(officer.hands())).isFalse();
        assertThat(officer.sameHandAs(officer.hands())).isTrue();
        assertThat(actor("can-bo", "chu-tich").sameHandAs(officer.hands()))
                .as("prepared, then checks as somebody's delegate")
                .isTrue();
        assertThat(delegate.sameHandAs(leader.hands())).as("delegator prepared").isTrue();
        assertThat(leader.sameHandAs(delegate.hands())).as("delegate prepared").isTrue();
        assertThat(actor("pho", "").sameHandAs(delegate.hands())).isTrue();
    }

    @Test
    void aUnitWithoutCodeIsRefused() {
        for (String code : new String[] {"", " ", "thon-1,thon-2"}) {
            assertThatThrownBy(() -> new Actor("a", "", "", "", Set.of(code)))
                    .as("'%s'", code)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
