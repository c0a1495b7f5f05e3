package vn.ansinh.generator;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;

/** Writes the CSV files of one place, person by person; nothing is kept. */
final class Population {

    static final List<String> REGISTER_COLUMNS =
            List.of(
                    "person_key",
                    "full_name",
                    "sex",
                    "birth",
                    "personal_id",
                    "old_id",
                    "ethnicity",
                    "unit_code",
                    "hamlet",
                    "death",
                    "household_key");

    private final Place place;
    private final Lives lives;
    private final Ids ids;
    private final int count;

    Population(Place place, Lives lives, Ids ids, int count) {
        this.place = place;
        this.lives = lives;
        this.ids = ids;
        this.count = count;
    }

    Place place() {
        return place;
    }

    int count() {
        return count;
    }

    Life life(int index) {
        return lives.of(index);
    }

    /** The second record beside somebody whose plan has one. */
    RegisterRow second(Life life) {
        return life.plan.twin().second(life, place, ids, lives.random(life.index, 2));
    }

    /** The three months whose lists are written. */
    List<YearMonth> months() {
        YearMonth last = place.month();
        return List.of(last.minusMonths(2), last.minusMonths(1), last);
    }

    void write(Output output, CsvOut truth) throws IOException {
        String code = place.code();
        try (CsvOut running = CsvOut.create(output, code + ".csv", RunningFile.COLUMNS);
                CsvOut register = CsvOut.create(output, code + "-people.csv", REGISTER_COLUMNS);
                CsvOut facts = CsvOut.create(output, code + "-facts.csv", FactFile.COLUMNS);
                CsvOut decided =
                        CsvOut.create(output, code + "-decisions.csv", DecisionFile.COLUMNS);
                CsvOut houses =
                        CsvOut.create(output, code + "-households.csv", HouseholdFile.COLUMNS)) {
            FactFile factFile = new FactFile(facts, place);
            DecisionFile decisionFile = new DecisionFile(decided, place, lives);
            HouseholdFile householdFile = new HouseholdFile(houses, place, lives);
            for (int i = 0; i < count; i++) {
                Life life = lives.of(i);
                if (RunningFile.running(life, place)) {
                    RunningFile.write(running, life);
                }
                register(register, RegisterRow.of(life), HouseholdFile.key(life));
                factFile.write(life);
                decisionFile.write(life);
                householdFile.write(life);
                planted(truth, register, life);
            }
        }
    }

    private void planted(CsvOut truth, CsvOut register, Life life) {
        Plan plan = life.plan;
        if (plan.difference() != null) {
            Difference planted = plan.difference();
            int age = planted.decidedBy(place).getYear() - life.birth.getYear();
            Truth.law(
                    truth,
                    place,
                    life,
                    planted.name(),
                    planted.lawful(life.why, age),
                    planted.reason());
        }
        if (life.suspendedFrom != null) {
            Life.Grant grant = life.grants.get(0);
            String lawful = Truth.granted(grant.ground(), grant.tenths());
            Truth.law(truth, place, life, "SUSPENDED", lawful, "đang tạm dừng, còn đủ điều kiện");
        }
        if (plan.error() == PaidError.PAID_AFTER_DEATH) {
            Truth.law(truth, place, life, "DIED", Truth.NOTHING, "chết, chưa có quyết định thôi");
        }
        for (YearMonth month : months()) {
            Truth.paid(truth, place, life, month);
        }
        if (plan.twin() != null) {
            RegisterRow second = second(life);
            String household =
                    plan.twin() == Twin.NAMESAKE ? "H-" + second.key() : HouseholdFile.key(life);
            register(register, second, household);
            Truth.twin(truth, place, life, second);
        }
    }

    private static void register(CsvOut out, RegisterRow row, String household) {
        out.row(
                row.key(),
                row.name(),
                row.female() ? "Nữ" : "Nam",
                row.birth(),
                row.personalId(),
                row.oldId(),
                row.people(),
                row.unit().code(),
                row.hamlet(),
                row.death(),
                household);
    }
}
