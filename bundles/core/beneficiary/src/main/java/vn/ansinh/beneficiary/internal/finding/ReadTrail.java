package vn.ansinh.beneficiary.internal.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.platform.api.Audit;

/** Records which people were read, a hundred keys a record. */
final class ReadTrail {

    private static final int KEYS_PER_RECORD = 100;

    private final Audit audit;

    ReadTrail(Audit audit) {
        this.audit = audit;
    }

    void read(String action, Collection<Long> people) {
        List<Long> keys = people.stream().distinct().sorted().toList();
        if (keys.isEmpty()) {
            audit.record(action, "beneficiary", 0, "none");
        }
        List<Audit.Entry> entries = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_PER_RECORD) {
            List<Long> some = keys.subList(from, Math.min(from + KEYS_PER_RECORD, keys.size()));
            String ids = some.stream().map(String::valueOf).collect(Collectors.joining(","));
            entries.add(new Audit.Entry(action, "beneficiary", some.get(0), "ids='" + ids + "'"));
        }
        audit.recordAll(entries);
    }

    void note(String action, String subject, long id, String detail) {
        audit.record(action, subject, id, detail);
    }
}
