package vn.ansinh.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bank's books, our orders and ledger, and the list that was approved, compared to the đồng for
 * one month: who was to get what, computed here, once each. Ids only.
 */
final class Comparison {
    private final World world;
    private final List<String> differences = new ArrayList<>();

    private Comparison(World world) {
        this.world = world;
    }

    private record Order(long person, long dong, String account, String state) {}

    /** Every difference of a month that is closed; empty when all was settled exactly once. */
    static List<String> of(World world, JsonNode bank, int locality, YearMonth month)
            throws InterruptedException {
        Comparison comparison = new Comparison(world);
        comparison.compare(bank, locality, month);
        return comparison.differences;
    }

    private void compare(JsonNode bank, int locality, YearMonth month) throws InterruptedException {
        String run =
                world.ask(
                                "select tenant_id || ' and run_id = ' || id from payment_run where"
                                        + " tenant_id = (select tenant_id from locality where code = '"
                                        + World.code(locality)
                                        + "') and for_month = '"
                                        + month.atDay(1)
                                        + "'")
                        .get(0)[0];
        String here = " where tenant_id = " + run;
        equal("state of the run", "CLOSED", world.state(locality, month));
        long due = list(here, locality, month);
        Map<String, Order> orders = orders(here, locality, month);
        files(here);
        bank(bank, orders, due, "T" + run.replaceAll(" and run_id = ", "R"));
        chain(run);
    }

    /** The list is what the law says, one line each. */
    private long list(String here, int locality, YearMonth month) throws InterruptedException {
        Map<Long, Long> lines = new HashMap<>();
        for (String[] row : world.ask("select person_id, amount_dong from payment_line" + here)) {
            if (lines.put(Long.valueOf(row[0]), Long.valueOf(row[1])) != null) {
                differences.add("two lines of person " + row[0]);
            }
        }
        long due = 0;
        for (int i = 1; i <= world.people; i++) {
            long dong = MadeUpLaw.dueDong(i, month);
            due += dong;
            equal("line of " + i, dong, lines.get(World.person(locality, i)));
        }
        equal("lines", (long) world.people, (long) lines.size());
        return due;
    }

    private Map<String, Order> orders(String here, int locality, YearMonth month)
            throws InterruptedException {
        Map<String, Order> orders = new HashMap<>();
        Set<Long> people = new HashSet<>();
        for (String[] row :
                world.ask(
                        "select end_to_end_id, person_id, amount_dong, account, state"
                                + " from payment_order"
                                + here)) {
            Order order = new Order(Long.parseLong(row[1]), Long.parseLong(row[2]), row[3], row[4]);
            orders.put(row[0], order);
            long i = order.person() - World.person(locality, 0);
            equal("order " + row[0], MadeUpLaw.dueDong((int) i, month), order.dong());
            equal("account of " + row[0], "9704" + order.person(), order.account());
            equal("state of " + row[0], "PAID", order.state());
            if (!people.add(order.person())) {
                differences.add("two orders of person " + order.person());
            }
        }
        equal("orders", (long) world.people, (long) people.size());
        return orders;
    }

    private void files(String here) throws InterruptedException {
        equal(
                "files without an end",
                "0",
                world.ask("select count(*) from bank_file" + here + " and state <> 'ACCEPTED'")
                        .get(0)[0]);
    }

    /** The bank booked each order once, and nothing else of this run. */
    private void bank(JsonNode bank, Map<String, Order> orders, long due, String prefix) {
        Set<String> booked = new HashSet<>();
        long dong = 0;
        for (JsonNode booking : bank.get("bookings")) {
            String id = booking.get("endToEndId").asText();
            if (!id.matches(prefix + "P.*")) {
                continue;
            }
            long amount = booking.get("amountDong").asLong();
            dong += amount;
            Order order = orders.get(id);
            if (order == null) {
                differences.add("the bank paid " + id + ", which is no order");
                continue;
            }
            if (!booked.add(id)) {
                differences.add("the bank paid " + id + " twice");
            }
            equal("booking of " + id, order.dong(), amount);
            equal("account paid for " + id, order.account(), booking.get("account").asText());
            equal("returned " + id, 0L, booking.get("returns").asLong());
        }
        equal("orders booked", (long) orders.size(), (long) booked.size());
        equal("đồng the bank paid", due, dong);
    }

    /** The chain tells each thing once. */
    private void chain(String run) throws InterruptedException {
        String tenant = run.substring(0, run.indexOf(' '));
        String id = run.substring(run.lastIndexOf(' ') + 1);
        for (String kind : List.of("COMPUTED", "SUBMITTED", "CHECKED", "APPROVED", "CLOSED")) {
            equal(
                    "links RUN_" + kind,
                    "1",
                    world.ask(
                                    "select count(*) from ledger_link where tenant_id = "
                                            + tenant
                                            + " and kind = 'RUN_"
                                            + kind
                                            + "' and subject_id = "
                                            + id)
                            .get(0)[0]);
        }
        equal(
                "links of the chain without a gap",
                "t",
                world.ask(
                                "select count(*) = max(seq) and bool_and(linked) from (select seq,"
                                        + " prev_hash = coalesce(lag(hash) over (order by seq),"
                                        + " prev_hash) as linked from ledger_link where tenant_id"
                                        + " = "
                                        + tenant
                                        + ") x")
                        .get(0)[0]);
    }

    private void equal(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differences.add(what + ": " + found + ", expected " + expected);
        }
    }
}
