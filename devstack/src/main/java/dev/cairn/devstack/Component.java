package dev.cairn.devstack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Everything that devstack can start, in the order in which a status table lists it. */
public enum Component {
    POSTGRES,
    KAFKA,
    REDIS,
    KEYCLOAK,
    /** Mail server and the stand-ins for SMS and push, in one process. */
    SINKS,
    RULES,
    LEDGER,
    SEGMENT,
    NOTIFY;

    /** The software that the services stand on. */
    public static final Set<Component> INFRASTRUCTURE = EnumSet.range(POSTGRES, SINKS);

    /** Our own services. */
    public static final Set<Component> SERVICES = EnumSet.range(RULES, NOTIFY);

    /** Lower-case name, used in files, tables and commands. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a component by its label; {@code mail}, {@code sms} and {@code push} mean the sinks.
     */
    public static Component named(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT).replace("-service", "");
        if (Set.of("mail", "sms", "push").contains(wanted)) {
            return SINKS;
        }
        for (Component component : values()) {
            if (component.label().equals(wanted)) {
                return component;
            }
        }
        throw new IllegalArgumentException(
                "There is no component \""
                        + label
                        + "\"; there are postgres, kafka, redis,"
                        + " keycloak, sinks, rules, ledger, segment and notify.");
    }
}
