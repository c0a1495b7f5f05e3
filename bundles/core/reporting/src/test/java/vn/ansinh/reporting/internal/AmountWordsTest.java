package vn.ansinh.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0,Không đồng",
        "5,Năm đồng",
        "10,Mười đồng",
        "15,Mười lăm đồng",
        "21,Hai mươi mốt đồng",
        "105,Một trăm lẻ năm đồng",
        "111,Một trăm mười một đồng",
        "975000,Chín trăm bảy mươi lăm nghìn đồng",
        "1005000,Một triệu không trăm lẻ năm nghìn đồng",
        "1000005,Một triệu không trăm lẻ năm đồng",
        "2000000000,Hai tỷ đồng",
        "1000000001,Một tỷ không trăm lẻ một đồng",
        "12345678901,Mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm lẻ"
                + " một đồng"
    })
    void readsAmounts(long amount, String words) {
        assertThat(AmountWords.of(amount)).isEqualTo(words);
    }

    @Test
    void noNegativeAmounts() {
        assertThatThrownBy(() -> AmountWords.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2200,3,999,6600", "0.5%,3,1000100,5001", "0,9,9,0", "1%,1,50,1"})
    void feesAreRoundedHalfUp(String rate, long orders, long amount, long fee) {
        assertThat(FeeRate.parse(rate).of(orders, amount)).isEqualTo(fee);
    }

    @Test
    void anUnreadableFeeIsRefused() {
        assertThatThrownBy(() -> FeeRate.parse("miễn phí"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
