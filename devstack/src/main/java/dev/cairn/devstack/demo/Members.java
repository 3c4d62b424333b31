package dev.cairn.devstack.demo;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.client.Crowd;
import dev.cairn.devstack.client.Json;
import dev.cairn.devstack.demo.Act.Enrol;
import dev.cairn.devstack.demo.Act.FillProfile;
import dev.cairn.devstack.demo.Act.Withdraw;
import dev.cairn.devstack.demo.Shopper.Reach;
import java.util.List;
import java.util.Map;

/** What happens when members join and when they change their minds about themselves. */
final class Members {

    private static final String EMAIL = "email";

    private final Api api;
    private final Tally tally;

    Members(Api api, Tally tally) {
        this.api = api;
        this.tally = tally;
    }

    /** The shop enrols them; address and consents first, so that the welcome may be sent. */
    void enrol(List<Enrol> newcomers) {
        Crowd.each(
                newcomers,
                enrol -> {
                    Shopper shopper = enrol.shopper();
                    if (shopper.reach() != Reach.NO_ADDRESS) {
                        api.contactPoint(shopper.id(), EMAIL, shopper.address());
                    }
                    if (shopper.reach() == Reach.ALL_MAIL) {
                        api.consent(shopper.id(), "marketing", EMAIL, true);
                    }
                    if (shopper.reach() == Reach.ALL_MAIL
                            || shopper.reach() == Reach.OWN_POINTS_ONLY) {
                        api.consent(shopper.id(), "loyalty", EMAIL, true);
                    }
                    api.enrol(shopper.id(), Profiles.first(shopper, enrol.at().toString()));
                });
        newcomers.forEach(enrol -> tally.event("enrolled"));
    }

    void fillProfile(FillProfile act) {
        put(act.member(), Component.SEGMENT, "/v1/me/profile", act.fields());
        tally.event("profile filled in");
    }

    void withdraw(Withdraw act) {
        put(
                act.member(),
                Component.NOTIFY,
                "/v1/me/consents/marketing/" + EMAIL,
                Map.of("granted", false, "origin", "app"));
        tally.event("consent withdrawn in the app");
    }

    private void put(String member, Component service, String path, Map<String, Object> body) {
        api.http()
                .send(
                        "PUT",
                        api.platform().url(service) + path,
                        Json.text(body),
                        "Authorization",
                        "Bearer " + api.tokens().member(member),
                        "Content-Type",
                        "application/json")
                .orFail();
    }
}
