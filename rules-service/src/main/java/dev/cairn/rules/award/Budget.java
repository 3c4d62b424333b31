package dev.cairn.rules.award;

/** What a campaign may pay and what it has promised. A lowered total takes no promise back. */
record Budget(String campaign, long total, long spent) {

    /** What can be promised of this. */
    long grant(long wanted) {
        return Math.max(0, Math.min(wanted, total - spent));
    }

    Budget promise(long points) {
        return new Budget(campaign, total, spent + points);
    }

    Budget giveBack(long points) {
        return new Budget(campaign, total, Math.max(0, spent - points));
    }
}
