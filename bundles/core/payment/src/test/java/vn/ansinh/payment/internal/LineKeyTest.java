package vn.ansinh.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vn.ansinh.payment.port.LineKey;

/** The number of a line is its key, in the same order. */
class LineKeyTest {
    record Key(long person, int component, int sequence) {
        long number() {
            return LineKey.number(person, component, sequence);
        }
    }

    @Property
    void isTheKeyInTheSameOrder(
            @ForAll @LongRange(min = 1, max = 1L << 48) long person,
            @ForAll @IntRange(min = 0, max = 2) int nextPerson,
            @ForAll @IntRange(min = 1, max = 3) int component,
            @ForAll @IntRange(min = 1, max = 3) int otherComponent,
            @ForAll @IntRange(min = 0, max = 999) int sequence,
            @ForAll @IntRange(min = 0, max = 999) int otherSequence) {
        Key one = new Key(person, component, sequence);
        Key other = new Key(person + nextPerson, otherComponent, otherSequence);
        long number = one.number();
        assertThat(LineKey.person(number)).isEqualTo(person);
        assertThat(LineKey.component(number)).isEqualTo(component);
        assertThat(LineKey.sequence(number)).isEqualTo(sequence);
        Comparator<Key> order =
                Comparator.comparingLong(Key::person)
                        .thenComparingInt(Key::component)
                        .thenComparingInt(Key::sequence);
        assertThat(Integer.signum(Long.compare(number, other.number())))
                .isEqualTo(Integer.signum(order.compare(one, other)));
    }

    @Example
    void figuresAreVietnamese() {
        assertThat(Texts.dong(975_000)).isEqualTo("975.000 đồng");
        assertThat(Texts.dong(-1_234_567_890)).isEqualTo("-1.234.567.890 đồng");
        assertThat(Texts.dong(0)).isEqualTo("0 đồng");
        assertThat(Texts.coefficient(150)).isEqualTo("1,5");
        assertThat(Texts.coefficient(200)).isEqualTo("2,0");
        assertThat(Texts.coefficient(125)).isEqualTo("1,25");
        assertThat(Texts.coefficient(205)).isEqualTo("2,05");
    }
}
