package dev.cairn.kit.access;

/** The roles that tokens carry; what each may do stands on the resources. */
public final class Roles {
    /** Sees and spends its own points, nothing else. */
    public static final String MEMBER = "member";

    /** A shop system: reports activities, enrols members. */
    public static final String POS = "pos";

    /** A partner brand that accepts points. */
    public static final String PARTNER = "partner";

    /** Runs the programme: catalogue, segments, reports. */
    public static final String MANAGER = "manager";

    /** Helps one member at a time. */
    public static final String SUPPORT = "support";

    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";

    /** Runs the platform; sees no personal data. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
