package vn.ansinh.entitlement.internal;

import vn.ansinh.beneficiary.api.Names;
import vn.ansinh.beneficiary.api.Person;
import vn.ansinh.entitlement.api.Grant;
import vn.ansinh.entitlement.port.Decisions.NewDecision;

/**
 * One row, understood.
 *
 * @param row line of the file
 * @param person the person, not yet stored
 * @param decision the decision, not yet stored
 * @param grant what it grants, not yet stored
 */
record Line(int row, Person person, NewDecision decision, Grant grant) {

    /**
     * What makes two rows speak of one person: the personal id or, while there is none, name, birth
     * and unit together.
     */
    static String identity(Person person) {
        return person.personalId().isEmpty()
                ? Names.fold(person.fullName()) + '|' + person.birthText() + '|' + person.unitCode()
                : person.personalId();
    }
}
