package dev.cairn.devstack.demo;

import dev.cairn.devstack.demo.Act.Expected;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * All that one member does, from the first day to the last; the same seed writes the same diary.
 */
final class Diary {

    /** Shops are open then, in the member's zone; well before midnight, so a day is a day. */
    private static final int OPENS_MINUTE = 8 * 60;

    private static final int CLOSES_MINUTE = 21 * 60 + 45;

    private final Shopper shopper;
    private final LocalDate lastDay;
    private final SplittableRandom random;
    private final List<Act> acts = new ArrayList<>();
    private int number;

    private Diary(Shopper shopper, LocalDate lastDay) {
        this.shopper = shopper;
        this.lastDay = lastDay;
        this.random = new SplittableRandom(~shopper.seed());
    }

    static List<Act> of(Shopper shopper, DemoOptions options) {
        Diary diary = new Diary(shopper, DemoOptions.FIRST_DAY.plusDays(options.days() - 1L));
        diary.write();
        return diary.acts;
    }

    private void write() {
        Instant joined = at(shopper.joined(), OPENS_MINUTE);
        acts.add(new Act.Enrol(shopper, joined));
        purchases();
        if (shopper.persona().isFond()) {
            appVisits();
            wishes();
        }
        profile();
        secondThoughts();
    }

    private void purchases() {
        LocalDate day = shopper.joined();
        int until = lapsesAfterDays();
        boolean away = false;
        while (!day.isAfter(lastDay) && day.isBefore(shopper.joined().plusDays(until))) {
            boolean skips = shopper.persona() == Persona.WEEKEND && random.nextInt(10) < 3;
            if (!skips) {
                purchase(day);
            }
            day = day.plusDays(shopper.persona().gap(random));
            if (shopper.persona() == Persona.WEEKEND) {
                day = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
                day = day.plusDays(random.nextInt(2));
            }
            if (shopper.persona() == Persona.RETURNER && !away && random.nextInt(3) == 0) {
                away = true;
                day = day.plusDays(random.nextInt(50, 65));
            }
        }
    }

    private int lapsesAfterDays() {
        return switch (shopper.persona()) {
            case LAPSING -> random.nextInt(21, 50);
            case ONE_TIMER -> 1;
            case WEEKLY, WEEKEND, MONTHLY, BIG_SPENDER, RETURNER -> Integer.MAX_VALUE / 2;
        };
    }

    private void purchase(LocalDate day) {
        int minute = random.nextInt(OPENS_MINUTE + 5, CLOSES_MINUTE);
        Sale sale = new Sale(shopper, nextId("o"), Assortment.basket(shopper.persona(), random));
        Instant bought = at(day, minute);
        Act.Report report = sale.bought(bought);
        acts.add(report);
        int fate = random.nextInt(1_000);
        if (fate < 8) {
            acts.add(sale.voided(nextId("v"), at(day, Math.min(minute + 30, CLOSES_MINUTE))));
        } else if (fate < 95) {
            LocalDate later =
                    day.plusDays(fate < 65 ? random.nextInt(1, 12) : random.nextInt(20, 40));
            acts.addAll(sale.returned(nextId("r"), at(later, anyMinute()), random));
        } else if (fate < 102 && !day.isBefore(DemoOptions.FIRST_DAY)) {
            acts.add(sale.returnedTooMuch(nextId("r"), at(day.plusDays(1), anyMinute())));
        } else if (fate >= 102 && fate < 117) {
            acts.add(sale.boughtAgain(bought, at(day.plusDays(1), OPENS_MINUTE)));
        }
        if (random.nextInt(100) < 12) {
            review(sale, day.plusDays(random.nextInt(2, 9)));
        }
    }

    private void review(Sale sale, LocalDate day) {
        event(
                "review",
                day,
                Map.of("stars", Integer.toString(random.nextInt(2, 6)), "of", sale.id()));
    }

    private void appVisits() {
        LocalDate day = shopper.joined().plusDays(random.nextInt(1, 5));
        LocalDate end = shopper.joined().plusDays(Math.min(lapsesAfterDays(), 1_000));
        while (!day.isAfter(lastDay) && day.isBefore(end)) {
            event(random.nextInt(4) == 0 ? "visit" : "login", day, Map.of());
            day = day.plusDays(random.nextInt(2, 9));
        }
    }

    private void event(String kind, LocalDate day, Map<String, String> attributes) {
        Instant at = at(day, anyMinute());
        Map<String, Object> json =
                Map.of(
                        "id", nextId(kind.substring(0, 1)),
                        "member", shopper.id(),
                        "kind", kind,
                        "time", at.toString(),
                        "attributes", attributes);
        acts.add(new Act.Report(shopper.id(), at, kind, json, Expected.ACCEPTED));
    }

    private void wishes() {
        LocalDate day = startOfPlay().plusDays(random.nextInt(14, 35));
        while (!day.isAfter(lastDay)) {
            int ticket = random.nextInt(100);
            Act.Wish wish =
                    ticket < 82
                            ? Act.Wish.AFFORDABLE
                            : ticket < 94 ? Act.Wish.TICKET : Act.Wish.TOO_MUCH;
            String key = nextId("w");
            acts.add(new Act.Redeem(shopper.id(), at(day, anyMinute()), wish, key));
            day = day.plusDays(random.nextInt(14, 40));
        }
    }

    private void profile() {
        int ticket = random.nextInt(100);
        LocalDate day = startOfPlay().plusDays(random.nextInt(1, 20));
        if (ticket < 55) {
            acts.add(
                    new Act.FillProfile(
                            shopper.id(),
                            at(day, anyMinute()),
                            Profiles.some(shopper, random, ticket < 35)));
        }
    }

    private void secondThoughts() {
        LocalDate day = startOfPlay().plusDays(random.nextInt(15, 75));
        int ticket = random.nextInt(100);
        if (shopper.reach() == Shopper.Reach.ALL_MAIL && ticket < 6) {
            acts.add(new Act.Withdraw(shopper.id(), at(day, anyMinute())));
        } else if (shopper.reach() == Shopper.Reach.ALL_MAIL && ticket < 12) {
            acts.add(new Act.Unsubscribe(shopper.id(), shopper.address(), at(day, anyMinute())));
        }
    }

    private LocalDate startOfPlay() {
        return shopper.joined().isBefore(DemoOptions.FIRST_DAY)
                ? DemoOptions.FIRST_DAY
                : shopper.joined();
    }

    private int anyMinute() {
        return random.nextInt(OPENS_MINUTE + 5, CLOSES_MINUTE);
    }

    private Instant at(LocalDate day, int minute) {
        LocalTime time = LocalTime.MIN.plusMinutes(minute);
        return day.atTime(time).atZone(shopper.home().zone()).toInstant();
    }

    private String nextId(String kind) {
        number++;
        return shopper.id() + "-" + kind + number;
    }
}
