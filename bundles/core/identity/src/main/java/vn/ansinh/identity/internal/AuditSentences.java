package vn.ansinh.identity.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.ansinh.identity.api.AuditTrail.Entry;

/**
 * A record as a sentence for the person it is about. A verb that is not listed shows as it is
 * stored: a new room's record is never hidden.
 */
final class AuditSentences {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private static final Map<String, String> VERBS =
            Map.ofEntries(
                    Map.entry("person.read", "xem hồ sơ"),
                    Map.entry("person.page", "xem danh sách có"),
                    Map.entry("person.match", "đối chiếu khi nhập dữ liệu"),
                    Map.entry("person.find", "tìm thấy"),
                    Map.entry("person.add", "lập hồ sơ"),
                    Map.entry("person.facts", "ghi thêm căn cứ vào hồ sơ"),
                    Map.entry("person.death", "ghi khai tử"),
                    Map.entry("person.restricted.read", "mở căn cứ kín của"),
                    Map.entry("person.merge", "gộp hồ sơ"),
                    Map.entry("person.unmerge", "tách lại hồ sơ"),
                    Map.entry("person.assess", "xét điều kiện hưởng của"),
                    Map.entry("person.correct", "sửa thông tin nhân thân của"),
                    Map.entry("person.death.undo", "rút khai tử của"),
                    Map.entry("person.fact.correct", "sửa căn cứ của"),
                    Map.entry("person.fact.end", "chấm dứt căn cứ của"),
                    Map.entry("person.facts.read", "xem căn cứ của"),
                    Map.entry("person.households.read", "xem hộ của"),
                    Map.entry("person.merges.read", "xem việc gộp hồ sơ của"),
                    Map.entry("person.move", "ghi nơi ở của"),
                    Map.entry("person.number", "ghi số định danh của"),
                    Map.entry("duplicates.read", "xem cặp hồ sơ nghi trùng có"),
                    Map.entry("monthly.read", "xem danh sách rà soát tháng có"),
                    Map.entry("entitlement.grant", "ghi chế độ hưởng của"),
                    Map.entry("entitlement.change", "đổi chế độ hưởng của"),
                    Map.entry("entitlement.read", "xem chế độ hưởng của"),
                    Map.entry("line.explain", "xem vì sao được trả số tiền"),
                    Map.entry("line.read", "xem danh sách chi trả có"),
                    Map.entry("grant.read", "xem chế độ đang hưởng"),
                    Map.entry("run.open", "mở kỳ chi trả"),
                    Map.entry("run.compute", "lập kỳ chi trả"),
                    Map.entry("run.discard", "bỏ bản nháp kỳ chi trả"),
                    Map.entry("run.lines", "xem danh sách kỳ chi trả"),
                    Map.entry("run.differences", "xem chỗ khác biệt của kỳ chi trả"),
                    Map.entry("report.issue", "lập báo cáo"),
                    Map.entry("report.read", "mở báo cáo đã lập"),
                    Map.entry("audit.read", "xem nhật ký"),
                    Map.entry("account.issue", "cấp tài khoản"),
                    Map.entry("account.grant", "cấp"),
                    Map.entry("account.withdraw", "thu hồi"),
                    Map.entry("account.close", "đóng tài khoản"),
                    Map.entry("account.secret", "đổi mật khẩu"),
                    Map.entry("account.delegate", "lập ủy quyền"),
                    Map.entry("account.undelegate", "chấm dứt ủy quyền"),
                    Map.entry("account.titles", "sửa bảng chức danh"),
                    Map.entry("account.units", "sửa bảng đơn vị"));

    private static final Map<String, String> SUBJECTS =
            Map.of(
                    "beneficiary", "đối tượng",
                    "run", "kỳ chi trả",
                    "report", "báo cáo",
                    "account", "quyền",
                    "locality", "địa phương");

    private AuditSentences() {}

    static String of(Entry entry, ZoneId zone) {
        StringBuilder sentence =
                new StringBuilder("Lúc ")
                        .append(WHEN.format(entry.at().atZone(zone)))
                        .append(", ")
                        .append(who(entry.login()));
        if (!entry.onBehalfOf().isEmpty()) {
            sentence.append(" (theo ủy quyền của ").append(entry.onBehalfOf()).append(")");
        }
        sentence.append(" ")
                .append(
                        VERBS.getOrDefault(
                                entry.action(), "thực hiện «" + entry.action() + "» với"));
        if (entry.subjectId() > 0) {
            sentence.append(" ")
                    .append(SUBJECTS.getOrDefault(entry.subjectKind(), entry.subjectKind()))
                    .append(" số ")
                    .append(entry.subjectId());
        }
        if (entry.subjectKind().equals("account") && !entry.detail().isEmpty()) {
            sentence.append(" (").append(entry.detail()).append(")");
        }
        if (!entry.purpose().isEmpty()) {
            sentence.append(", mục đích: ").append(entry.purpose());
        }
        if (!entry.procedure().isEmpty()) {
            sentence.append(", theo: ").append(entry.procedure());
        }
        return sentence.append(".").toString();
    }

    private static String who(String login) {
        return login.startsWith("system:") ? "hệ thống" : "tài khoản " + login;
    }
}
