package dev.cairn.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.demo.Act.Expected;
import dev.cairn.devstack.demo.Act.Report;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final DemoOptions OPTIONS = new DemoOptions(200, 90, 7);

    private final Script script = Script.of(OPTIONS);

    @Test
    void theSameSeedWritesTheSamePlay() {
        assertThat(Script.of(OPTIONS).acts()).isEqualTo(script.acts());
    }

    @Test
    void anotherSeedWritesAnother() {
        assertThat(Script.of(new DemoOptions(200, 90, 8)).acts()).isNotEqualTo(script.acts());
    }

    @Test
    void morePlayersDoNotChangeWhatTheFirstOnesDo() {
        List<Act> larger =
                Script.of(new DemoOptions(300, 90, 7)).acts().stream()
                        .filter(act -> act.member().compareTo("m-0200") <= 0)
                        .toList();

        assertThat(larger).isEqualTo(script.acts());
    }

    @Test
    void everyActIsInExactlyOneSceneAndNoneIsAheadOfTheClock() {
        long acts = 0;
        for (Script.Scene scene : script.scenes()) {
            acts += scene.acts().size();
            assertThat(scene.acts()).allMatch(act -> !act.at().isAfter(scene.until()));
        }

        assertThat(acts).isEqualTo(script.acts().size());
    }

    @Test
    void whatComesBackWasBoughtEarlierAndIdsAreUsedOnce() {
        Set<Object> bought = new HashSet<>();
        Set<Object> ids = new HashSet<>();
        for (Report report : reports()) {
            Map<String, Object> json = report.json();
            if (report.expected() == Expected.DUPLICATE) {
                assertThat(ids).contains(json.get("id"));
            } else {
                assertThat(ids.add(json.get("id"))).as("%s is new", json.get("id")).isTrue();
            }
            if (report.kind().equals("purchase")) {
                bought.add(json.get("id"));
            }
            if (json.containsKey("of")) {
                assertThat(bought).contains(json.get("of"));
            }
        }
    }

    @Test
    void thePlayHasEverythingThatAShopHas() {
        assertThat(reports())
                .extracting(Report::kind)
                .contains("purchase", "return", "void", "login", "visit", "review");
        assertThat(reports()).extracting(Report::expected).contains(Expected.values());
        assertThat(script.acts())
                .hasAtLeastOneElementOfType(Act.Redeem.class)
                .hasAtLeastOneElementOfType(Act.Unsubscribe.class)
                .hasAtLeastOneElementOfType(Act.Withdraw.class)
                .hasAtLeastOneElementOfType(Act.FillProfile.class);
        assertThat(script.acts())
                .anyMatch(act -> act.at().isBefore(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void theBooksFollowSalesReturnsAndStrikes() {
        Books books = new Books();
        List<Map<String, Object>> lines =
                List.of(
                        Map.of("line", "1", "sku", "a", "quantity", 2L, "unitPrice", 150L),
                        Map.of("line", "2", "sku", "b", "quantity", 1L, "unitPrice", 80L));
        books.enter(Map.of("kind", "purchase", "id", "o-1", "lines", lines));
        books.enter(Map.of("kind", "purchase", "id", "o-2", "lines", lines));
        books.enter(
                Map.of(
                        "kind", "return",
                        "of", "o-1",
                        "lines", List.of(Map.of("line", "1", "quantity", 1L))));
        books.enter(Map.of("kind", "void", "of", "o-2"));

        assertThat(books.netSpend()).isEqualTo(230);
        assertThat(books.basePoints()).isEqualTo(2);
        assertThat(books.orders()).isEqualTo(1);
    }

    private List<Report> reports() {
        return script.acts().stream()
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .toList();
    }
}
