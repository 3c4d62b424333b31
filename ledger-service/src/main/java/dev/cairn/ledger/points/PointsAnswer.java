package dev.cairn.ledger.points;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member's points: now, or as of some time. */
@Schema(oneOf = {PointsView.class, PointsAsOf.class})
public sealed interface PointsAnswer permits PointsView, PointsAsOf {}
