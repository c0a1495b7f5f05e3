package vn.ansinh.beneficiary.internal.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.PeopleFinder;
import vn.ansinh.beneficiary.port.PeopleIndex;
import vn.ansinh.beneficiary.port.PeopleIndex.Page;
import vn.ansinh.platform.api.Actor;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.platform.api.UnitOfWork;

/** Tells from the text what it is and asks the index; every person found is recorded. */
final class AuditedFinder implements PeopleFinder {

    static final int LARGEST_PAGE = 500;

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_WORDS = 12;
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 .-]{4,29}");
    private static final Pattern NOT_DIGIT = Pattern.compile("[ .-]");
    private static final Pattern NOT_WORD = Pattern.compile("[\\p{Punct}\\s]+");
    private static final int PERSONAL_ID_DIGITS = 12;

    private final PeopleIndex index;
    private final UnitOfWork unitOfWork;
    private final ReadTrail trail;

    AuditedFinder(PeopleIndex index, UnitOfWork unitOfWork, ReadTrail trail) {
        this.index = index;
        this.unitOfWork = unitOfWork;
        this.trail = trail;
    }

    @Override
    public List<Hit> find(
            TenantId tenant, Actor actor, String text, String unitCode, long afterId, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw refused("Mỗi trang có từ 1 đến " + LARGEST_PAGE + " người.");
        }
        String wanted = Names.tidy(text);
        if (wanted.length() > LONGEST_TEXT) {
            throw refused("Nội dung tìm dài nhất " + LONGEST_TEXT + " ký tự.");
        }
        Page page = new Page(unitCode, afterId, limit);
        return unitOfWork.inTenant(
                tenant,
                actor,
                () -> {
                    List<Hit> found = search(wanted, page);
                    trail.read("person.find", found.stream().map(Hit::personId).toList());
                    return found;
                });
    }

    private List<Hit> search(String wanted, Page page) {
        if (wanted.isEmpty()) {
            if (page.unitCode().isEmpty()) {
                throw refused(
                        "Hãy ghi tên, số định danh, số tài khoản, số quyết định hoặc đơn vị.");
            }
            return index.inUnit(page);
        }
        if (NUMBER.matcher(wanted).matches()) {
            return byNumber(NOT_DIGIT.matcher(wanted).replaceAll(""), wanted, page);
        }
        if (wanted.indexOf('/') >= 0) {
            return index.byDecision(wanted, page);
        }
        List<String> words =
                new ArrayList<>(
                        new LinkedHashSet<>(
                                List.of(
                                        NOT_WORD.split(
                                                NOT_WORD.matcher(Names.fold(wanted))
                                                        .replaceAll(" ")
                                                        .strip()))));
        words.removeIf(String::isEmpty);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw refused("Hãy ghi từ 1 đến " + MOST_WORDS + " chữ của tên.");
        }
        return index.byWords(words, page);
    }

    /** A number may be several things; whoever is found in several ways is shown once. */
    private List<Hit> byNumber(String digits, String written, Page page) {
        Map<Long, Hit> found = new LinkedHashMap<>();
        if (digits.length() == PERSONAL_ID_DIGITS) {
            keep(found, index.byPersonalId(digits, page));
        }
        keep(found, index.byAlias(digits, page));
        keep(found, index.byAccount(digits, page));
        keep(found, index.byDecision(written, page));
        return found.values().stream()
                .sorted((one, other) -> Long.compare(one.personId(), other.personId()))
                .limit(page.limit())
                .toList();
    }

    private static void keep(Map<Long, Hit> found, List<Hit> more) {
        more.forEach(hit -> found.putIfAbsent(hit.personId(), hit));
    }

    private static AnsinhException refused(String sentence) {
        return new AnsinhException(ErrorCode.INVALID_INPUT, sentence);
    }
}
