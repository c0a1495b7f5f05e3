package vn.ansinh.archetype;

import java.time.YearMonth;
import java.util.List;

/**
 * Twelve invented people with decisions, in the form of docs/reference/running-decisions.md, to try
 * a first month with. DỮ LIỆU GIẢ LẬP: the first three digits of the personal ids are of no
 * province. Their grounds and coefficients are the State's, so that no law of a province is needed.
 */
final class SamplePeople {

    private static final List<String> NAMES =
            List.of(
                    "Nguyễn Văn Thử",
                    "Trần Thị Mẫu",
                    "Lê Văn Giả",
                    "Phạm Thị Lập",
                    "Hoàng Văn Nháp",
                    "Vũ Thị Thí",
                    "Đặng Văn Ví",
                    "Bùi Thị Dụ",
                    "Đỗ Văn Tạm",
                    "Hồ Thị Ướm",
                    "Ngô Văn Gợi",
                    "Dương Thị Phỏng");

    private final Order order;
    private final YearMonth month;

    SamplePeople(Order order, YearMonth month) {
        this.order = order;
        this.month = month;
    }

    /** One line a person. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < NAMES.size(); i++) {
            lines.append(line(i)).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private String line(int index) {
        boolean female = index % 2 == 1;
        boolean older = index < NAMES.size() / 2;
        YearMonth began = month.minusMonths(3);
        // who is old enough for the benefit of the time since the month of the decision
        int year =
                older ? began.getYear() - (order.level().today() ? 78 : 82) - index : 1975 + index;
        String unit = order.communes().get(index % order.communes().size()).code();
        String id = "003%d%02d9%05d".formatted(female ? 1 : 0, year % 100, 10_001 + index);
        String person =
                "%s,%s,%d-05-%02d,%s,%s,"
                        .formatted(
                                NAMES.get(index), female ? "Nữ" : "Nam", year, index + 1, id, unit);
        String decision =
                ",%d/QĐ-UBND-GL,Chủ tịch UBND %s,%s,"
                        .formatted(older ? 1 : 2, inSentence(), began.atDay(20));
        String pay = "%s,,CASH,%s,SELF,,,".formatted(began, NAMES.get(index));
        if (older) {
            String ground = order.level().today() ? "HTXH.75" : "5.5.c";
            String requested = order.level().today() ? began.atDay(5).toString() : "";
            return person
                    + decision
                    + ground
                    + ",MONTHLY,1.0,"
                    + pay
                    + "NONE,,,,,ABLE,0,,"
                    + requested
                    + ",,";
        }
        boolean extreme = index >= NAMES.size() - 2;
        return person
                + decision
                + "5.6,MONTHLY,"
                + (extreme ? "2.0," : "1.5,")
                + pay
                + ",,,"
                + (extreme ? "EXTREMELY_SEVERE," : "SEVERE,")
                + began.atDay(10)
                + ",,,,,,";
    }

    private String inSentence() {
        String title = order.level().title();
        return order.level().vietnamese() + order.name().substring(title.length());
    }
}
