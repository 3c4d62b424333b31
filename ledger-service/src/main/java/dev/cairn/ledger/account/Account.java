package dev.cairn.ledger.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A member's account while one transaction works on it: balance and lots as they are now, and the
 * postings that led there and still have to be written. Knows no clock and no database.
 */
public final class Account {
    private final AccountId id;
    private final Standing standing;

    /** In the order in which they came, by last day: whoever sorts them has little to do. */
    private final Map<UUID, Lot> lots = new LinkedHashMap<>();

    private final Map<UUID, Lot> loaded;
    private final Map<UUID, Lot> changedLots = new LinkedHashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private Balance balance;
    private Instant nextDue = Instant.MAX;
    private Optional<Slide> slide;
    private Optional<Instant> usedFrom = Optional.empty();
    private boolean due;
    private boolean complete;

    /**
     * @param lots those that the work may need; others may be left out
     */
    public Account(AccountId id, Balance balance, Standing standing, Collection<Lot> lots) {
        this(id, balance, standing, lots, Optional.empty());
    }

    /**
     * @param lots those that the work may need; others may be left out
     * @param slide when the use of the account moves the last day of its points
     */
    public Account(
            AccountId id,
            Balance balance,
            Standing standing,
            Collection<Lot> lots,
            Optional<Slide> slide) {
        this.id = id;
        this.standing = standing;
        this.balance = balance;
        this.slide = slide;
        lots.forEach(this::keep);
        this.loaded = Map.copyOf(this.lots);
    }

    public AccountId id() {
        return id;
    }

    public Standing standing() {
        return standing;
    }

    public Balance balance() {
        return balance;
    }

    /** The lots that are known here, in the order in which they became known. */
    public Collection<Lot> lots() {
        return List.copyOf(lots.values());
    }

    /** The lot with this id; an error when it was not loaded. */
    public Lot lot(UUID lotId) {
        var lot = lots.get(lotId);
        if (lot == null) {
            throw new IllegalStateException("lot " + lotId + " was not loaded");
        }
        return lot;
    }

    /** The lot with this id, if there is one among those that were loaded. */
    public Optional<Lot> find(UUID lotId) {
        return Optional.ofNullable(lots.get(lotId));
    }

    /** How far use has moved this account's sliding points; empty when they do not slide. */
    public Optional<Instant> slidesUntil() {
        return slide.map(Slide::until);
    }

    /** How far use has moved this account's sliding points, for the next who loads it. */
    public Optional<Slide> slide() {
        return slide;
    }

    /** The first use since it was loaded that moves its points; empty when none did. */
    Optional<Instant> usedFrom() {
        return usedFrom;
    }

    /** Says that every lot that holds points is known here. */
    Account withAllLots() {
        complete = true;
        return this;
    }

    /** Whether every lot that holds points is known here. */
    boolean complete() {
        return complete;
    }

    /** Says that something may have fallen due when it was loaded. */
    Account fallenDue() {
        due = true;
        return this;
    }

    /**
     * Whether it has to be written: it changed, or was due and has to say when it is again, or is
     * due earlier than before.
     */
    boolean moved() {
        return due
                || !postings.isEmpty()
                || changedLots.values().stream().anyMatch(this::comesCloser);
    }

    private boolean comesCloser(Lot lot) {
        return lot.due()
                .filter(day -> before(lot).flatMap(Lot::due).map(day::isBefore).orElse(true))
                .isPresent();
    }

    /** What happened since the account was loaded. */
    public List<Posting> postings() {
        return Collections.unmodifiableList(postings);
    }

    /** Lots that are new or differ from what was loaded. */
    public Collection<Lot> changedLots() {
        return List.copyOf(changedLots.values());
    }

    /** The lot as it was when it was loaded; empty when it was not there. */
    Optional<Lot> before(Lot lot) {
        return Optional.ofNullable(loaded.get(lot.id()));
    }

    /** Replaces or adds a lot. */
    public void put(Lot lot) {
        keep(lot);
        changedLots.put(lot.id(), lot);
    }

    private void keep(Lot lot) {
        lots.put(lot.id(), lot);
        var due = lot.nextDue();
        if (due.isBefore(nextDue)) {
            nextDue = due;
        }
    }

    /** Whether time certainly has nothing to do here; looking at every lot tells for sure. */
    boolean nothingDueBy(Instant now) {
        return nextDue.isAfter(now);
    }

    /** Lets points of a lot become spendable; what the member owes is paid first. */
    public void receive(Movement movement, UUID lotId, long points, Pot from) {
        var owed = balance.arrears() - movement.net(Pot.ARREARS);
        var paid = Math.min(owed, points);
        movement.move(paid, from, Pot.ARREARS).move(points - paid, from, Pot.ACTIVE);
        movement.use(lot(lotId), LotUse.Kind.ARREARS, paid);
    }

    /**
     * Writes a posting: balance and lots follow from what it moves. What lots get back comes before
     * what they give.
     */
    public Posting post(
            BusinessKey key,
            PostingKind kind,
            long points,
            Subject subject,
            String reason,
            Instant occurredAt,
            Movement movement) {
        balance = balance.after(movement, subject);
        movement.uses().stream()
                .sorted(Comparator.comparing(use -> use.amount() > 0))
                .forEach(use -> put(lot(use.lotId()).used(use)));
        var posting =
                new Posting(
                        key.id(),
                        key.text(),
                        id,
                        kind,
                        points,
                        balance.version(),
                        balance.visible(),
                        balance.arrears(),
                        subject,
                        reason,
                        occurredAt,
                        movement.entries(),
                        movement.uses());
        postings.add(posting);
        slide = slide.map(before -> slide(before, kind, occurredAt));
        return posting;
    }

    private Slide slide(Slide before, PostingKind kind, Instant occurredAt) {
        var after = before.after(kind, occurredAt);
        if (!after.equals(before)) {
            usedFrom = usedFrom.filter(occurredAt::isAfter).or(() -> Optional.of(occurredAt));
            for (var lot : lots()) {
                var moved = after.moved(lot, occurredAt);
                if (!moved.equals(lot)) {
                    put(moved);
                }
            }
        }
        return after;
    }
}
