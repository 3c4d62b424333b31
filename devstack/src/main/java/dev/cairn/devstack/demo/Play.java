package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.client.Crowd;
import dev.cairn.devstack.client.Settle;
import dev.cairn.devstack.client.Stopwatch;
import dev.cairn.devstack.client.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Performs the script: each scene sets the clocks, reports what happened, and lets members act. */
final class Play {

    private final Api api;
    private final VirtualClock clock;
    private final Settle settle;
    private final Ticker ticker;
    private final Tally tally;
    private final Tills tills;
    private final Members members;
    private final Wallets wallets;
    private final Mailbox mailbox;
    private final Stopwatch watch = new Stopwatch();

    Play(Api api, VirtualClock clock, Settle settle, Ticker ticker, Tally tally, Books books) {
        this.api = api;
        this.clock = clock;
        this.settle = settle;
        this.ticker = ticker;
        this.tally = tally;
        this.tills = new Tills(api, tally, books);
        this.members = new Members(api, tally);
        this.wallets = new Wallets(api, tally);
        this.mailbox = new Mailbox(api, tally);
    }

    void perform(Script script) {
        List<Script.Scene> scenes = script.scenes();
        for (int index = 0; index < scenes.size(); index++) {
            perform(scenes.get(index));
            boolean dayIsOver = (index + 1) % Script.SCENES_PER_DAY == 0;
            int day = (index + 1) / Script.SCENES_PER_DAY;
            if (dayIsOver && ticker.wants(day)) {
                tick(day);
            }
        }
        settle();
    }

    private void perform(Script.Scene scene) {
        watch.time("setting clocks", () -> clock.advance(scene.until()));
        settle();
        List<Act.Enrol> newcomers = only(scene, Act.Enrol.class);
        if (!newcomers.isEmpty()) {
            watch.time("enrolling", () -> members.enrol(newcomers));
            settle();
        }
        List<Act.Report> reports = only(scene, Act.Report.class);
        if (!reports.isEmpty()) {
            watch.time("reporting activities", () -> tills.report(reports));
            settle();
        }
        watch.time("members online", () -> online(scene));
    }

    private void online(Script.Scene scene) {
        Crowd.each(only(scene, Act.FillProfile.class), members::fillProfile);
        Crowd.each(only(scene, Act.Withdraw.class), members::withdraw);
        Crowd.each(only(scene, Act.Unsubscribe.class), mailbox::unsubscribe);
        wallets.redeem(only(scene, Act.Redeem.class));
    }

    private void settle() {
        watch.time("settling", settle::await);
    }

    /** How long each part took. */
    Map<String, Duration> times() {
        return watch.times();
    }

    private void tick(int day) {
        JsonNode points = api.asStaff("auditor", Component.LEDGER, "/v1/points/totals");
        JsonNode messages = api.asStaff("auditor", Component.NOTIFY, "/v1/messages/report");
        ticker.day(
                day,
                tally.total("accepted"),
                points.path("earnedBase").asLong() + points.path("earnedBonus").asLong(),
                messages.path("outcomes").path("sent").asLong());
    }

    private static <T extends Act> List<T> only(Script.Scene scene, Class<T> kind) {
        return scene.acts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
