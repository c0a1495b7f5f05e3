package vn.ansinh.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void aValueHasOneNumberOfItsKind() {
        Values.Kind kind = Values.kind("kind.one");
        int yes = kind.value("YES");
        assertThat(kind.value("YES")).isEqualTo(yes);
        assertThat(kind.value("NO")).isNotEqualTo(yes);
        assertThat(Values.kindOf(yes)).isEqualTo(kind.number);
        assertThat(Values.isOne(yes)).isTrue();
        assertThat(Values.text(yes)).isEqualTo("YES");
        assertThat(Values.kind("kind.two").value("YES")).isNotEqualTo(yes);
    }

    @Test
    void whatComesWhenAllAreTakenHasNone() {
        Values.Kind kind = Values.kind("kind.many");
        for (int i = 1; i < Values.VALUES; i++) {
            assertThat(Values.isOne(kind.value("v" + i))).isTrue();
        }
        assertThat(kind.value("one more")).isEqualTo(Values.any(kind.number));
        assertThat(Values.isOne(kind.value("one more"))).isFalse();
        assertThat(kind.value("v1")).isEqualTo(Values.any(kind.number) + 1);
    }
}
