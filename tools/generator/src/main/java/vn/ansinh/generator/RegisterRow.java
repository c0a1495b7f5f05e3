package vn.ansinh.generator;

/**
 * A person as a register has written them: what duplicates are found by.
 *
 * @param birth day, month or year
 * @param death day of death, or empty
 */
record RegisterRow(
        String key,
        String name,
        boolean female,
        String birth,
        String personalId,
        String oldId,
        String people,
        Place.Unit unit,
        String hamlet,
        String death) {

    static RegisterRow of(Life life) {
        return new RegisterRow(
                life.key,
                life.name,
                life.female,
                life.birthText(),
                life.personalId,
                life.oldId,
                life.people,
                life.unit,
                life.hamlet,
                life.death == null ? "" : life.death.toString());
    }

    RegisterRow named(String other) {
        return new RegisterRow(
                key, other, female, birth, personalId, oldId, people, unit, hamlet, death);
    }

    RegisterRow born(String other) {
        return new RegisterRow(
                key, name, female, other, personalId, oldId, people, unit, hamlet, death);
    }

    RegisterRow numbered(String otherId, String otherOldId) {
        return new RegisterRow(
                key, name, female, birth, otherId, otherOldId, people, unit, hamlet, death);
    }

    RegisterRow living(Place.Unit other, String otherHamlet) {
        return new RegisterRow(
                key, name, female, birth, personalId, oldId, people, other, otherHamlet, death);
    }
}
