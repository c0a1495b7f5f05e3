package vn.ansinh.shell.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.assessment.api.Assessment;
import vn.ansinh.assessment.api.PolicySnapshot;
import vn.ansinh.locality.api.Ground;

/**
 * An assessment as lines of text. Of a restricted ground nothing shows unless it is met, and then
 * only the amount.
 */
final class AssessmentText {
    static final String BY_DECISION = "Theo quyết định";

    private AssessmentText() {}

    static List<String> lines(Assessment assessment, PolicySnapshot snapshot) {
        Set<String> restricted =
                snapshot.grounds().stream()
                        .filter(Ground::restricted)
                        .map(Ground::code)
                        .collect(Collectors.toUnmodifiableSet());
        List<String> lines = new ArrayList<>();
        lines.add(
                "Tháng "
                        + assessment.month()
                        + ", theo hồ sơ đến ngày "
                        + assessment.knownOn()
                        + ", luật "
                        + assessment.snapshotHash());
        if (assessment.dues().isEmpty()) {
            lines.add("Không được khoản nào.");
        }
        for (PolicySnapshot.Due due : assessment.dues()) {
            String ground = restricted.contains(due.groundCode()) ? BY_DECISION : due.groundCode();
            lines.add(due.component() + " " + ground + ": " + due.amountDong() + " đồng");
        }
        for (Assessment.GroundResult ground : assessment.grounds()) {
            if (restricted.contains(ground.groundCode())) {
                continue;
            }
            lines.add(
                    (ground.met() ? "[x] " : "[ ] ") + ground.groundCode() + " " + ground.title());
            for (Assessment.ConditionResult condition : ground.conditions()) {
                lines.add(
                        (condition.met() ? "    có: " : "    không: ")
                                + condition.sentence()
                                + " ("
                                + condition.citation().vietnamese()
                                + ")");
            }
        }
        assessment.warnings().forEach(warning -> lines.add("Lưu ý: " + warning));
        return lines;
    }
}
