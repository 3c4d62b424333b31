package dev.cairn.ledger.catalogue;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.Shop.redeemed;
import static dev.cairn.ledger.Shop.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What members see in the catalogue is what they get. */
@LedgerTest
class ShopWindowTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();
    private final String token = TestTokens.member(member);

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void whatIsOutOfReachTellsWhatIsMissing() {
        var reward = newReward("'price':80");
        awards.grant(member, 30);

        var offer = seen(token, reward);

        assertThat(offer.getLong("price")).isEqualTo(80);
        assertThat(offer.getLong("missing")).isEqualTo(50);
        assertThat(offer.getBoolean("available")).isTrue();
        assertThat(offer.getString("reason")).isNull();
    }

    @Test
    void weekendOnlyRewardsOpenOnSaturday() {
        var today = clock.instant().atZone(LONDON).toLocalDate();
        var other = today.plusDays(3).getDayOfWeek().name().substring(0, 2);
        var reward =
                newReward(
                        "'price':10,'validity':{'days':{'rrule':'FREQ=WEEKLY;BYDAY=%s','from':'%s'}}"
                                .formatted(other, today));
        awards.grant(member, 10);
        var opens = today.plusDays(3).atStartOfDay(LONDON).toInstant();

        assertThat(seen(token, reward).getBoolean("available")).isFalse();
        assertThat(seen(token, reward).getString("reason")).isEqualTo("not-now");
        assertThat(seen(token, reward).getString("opensAt")).isEqualTo(opens.toString());
        redeem(member, reward)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/reward-not-now"))
                .body("opensAt", equalTo(opens.toString()));

        setClock(opens);
        assertThat(seen(token, reward).getBoolean("available")).isTrue();
        assertThat(seen(token, reward).getString("closesAt"))
                .isEqualTo(today.plusDays(4).atStartOfDay(LONDON).toInstant().toString());
        redeemed(member, reward);
    }

    @Test
    void aRewardWhoseTimeIsOverNeverOpensAgain() {
        var over = clock.instant().minusSeconds(1);
        var reward = newReward("'price':10,'validity':{'until':'%s'}".formatted(over));

        assertThat(seen(token, reward).getString("reason")).isEqualTo("not-now");
        redeem(member, reward).then().statusCode(409).body("opensAt", nullValue());
    }

    @Test
    void aMemberHasARewardAsOftenAsItsLimitSays() {
        var reward = newReward("'price':10,'limit':{'limit':2,'per':'day'}");
        awards.grant(member, 100);
        redeemed(member, reward);
        var second = redeemed(member, reward);

        var tomorrow =
                clock.instant()
                        .atZone(LONDON)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(LONDON)
                        .toInstant();
        assertThat(seen(token, reward).getString("reason")).isEqualTo("limit-reached");
        redeem(member, reward)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/reward-limit-reached"))
                .body("limit", equalTo(2))
                .body("per", equalTo("day"))
                .body("taken", equalTo(2))
                .body("againAt", equalTo(tomorrow.toString()));
        assertThat(seen(token, reward).getString("againAt")).isEqualTo(tomorrow.toString());

        Shop.cancel(second).then().statusCode(200);
        redeemed(member, reward);
        setClock(tomorrow);
        redeemed(member, reward);
    }

    @Test
    void aPriceInAnotherCurrencyIsNamed() {
        var reward = newReward("'price':10");
        awards.grant(member, 10);

        redeem(member, Shop.newKey(), Map.of("reward", reward, "currency", "stars"))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://cairn.dev/problems/reward-has-no-such-price"))
                .body("currencies", hasItem("points"));
        redeem(member, Shop.newKey(), Map.of("reward", reward, "currency", "points"))
                .then()
                .statusCode(201)
                .body("currency", equalTo("points"));
    }

    @Test
    void textsAndPicturesAreShownInTheReadersLanguage() {
        var reward =
                newReward(
                        "'price':10,'type':'experience','description':{'en':'Fine','de-AT':'Fein'},"
                                + "'images':['https://shop.example/a.png']");

        var offer =
                Shop.as(token)
                        .header("Accept-Language", "de-AT, en;q=0.5")
                        .get("/v1/rewards?limit=200")
                        .jsonPath()
                        .setRootPath("items.find { it.id == '" + reward + "' }");

        assertThat(offer.getString("title")).isEqualTo("Ein Ding");
        assertThat(offer.getString("description")).isEqualTo("Fein");
        assertThat(offer.getString("type")).isEqualTo("experience");
        assertThat(offer.getString("images[0]")).isEqualTo("https://shop.example/a.png");
    }

    @Test
    void staffSeeTheFirstPriceAndNoBalance() {
        var reward = newReward("'prices':[{'points':10,'tiers':['gold']},{'points':20}]");

        var offer = seen(TestTokens.staff("support"), reward);

        assertThat(offer.getLong("price")).isEqualTo(10);
        assertThat(offer.getString("missing")).isNull();
        assertThat(seen(token, reward).getLong("price")).isEqualTo(20);
    }

    @Test
    void everyMistakeOfADefinitionIsAnsweredWithItsField() {
        Shop.put("r-bad", "'price':0,'stock':-1,'prices':[{'points':1,'currency':'gems'}]")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://cairn.dev/problems/invalid-request"))
                .body("errors.field", hasItem("price"))
                .body("errors.field", hasItem("stock"))
                .body("errors.field", hasItem("prices[0].currency"));
        Shop.put("r-bad", "'price':1,'validity':{'days':{'rrule':'hourly','from':'2026-01-01'}}")
                .then()
                .statusCode(400)
                .body("field", equalTo("validity.days"))
                .body("detail", equalTo("rrule cannot be read: hourly"));
    }

    private void setClock(Instant now) {
        Shop.as(token)
                .body(Map.of("now", now.toString()))
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);
        assertThat(Duration.between(now, clock.instant())).isZero();
    }
}
