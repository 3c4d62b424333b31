package dev.cairn.e2e.monitoring;

import dev.cairn.devstack.Component;
import dev.cairn.e2e.platform.Cairn;
import java.util.Map;
import java.util.TreeMap;

/** Reads what all services measure, as Prometheus would. */
final class Scrape {

    private Scrape() {}

    /** What each service exposes now, by its name. */
    static Map<String, Exposition> of(Cairn cairn) {
        var services = new TreeMap<String, Exposition>();
        for (var service : Component.SERVICES) {
            var url = cairn.platform().managementUrl(service) + "/q/metrics";
            services.put(
                    service.label(), Exposition.of(cairn.api().http().get(url).orFail().body()));
        }
        return services;
    }
}
