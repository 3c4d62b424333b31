package dev.cairn.devstack.chaos.oracle;

import java.util.UUID;

/**
 * How the books call a lot. Nothing else decides which of two equally old ones pays first.
 *
 * @param cause the award that pays into it, or the transfer, conversion or adjustment that made it
 * @param part what came in when it was made; for an award's own lot only its name counts
 */
public record Birth(UUID lot, String cause, Part part) {}
