package dev.cairn.notify.template;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages present themselves. */
@ConfigMapping(prefix = "cairn.message")
public interface TemplateConfig {
    /** Name of the programme as members know it. */
    @WithDefault("Cairn")
    String brand();
}
