package dev.cairn.rules.award;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.Event;
import dev.cairn.kit.event.Cause;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Why members are evaluated: which event led to it, so that what follows can name its cause. */
public final class Triggers {
    private final Map<String, Cause> last = new HashMap<>();
    private final Map<String, Cause> byActivity = new HashMap<>();

    /** An event of a member. */
    public void add(Event event, Cause cause) {
        last.put(event.memberId(), cause);
        if (event instanceof ActivityEvent activity) {
            var of =
                    switch (activity) {
                        case ActivityEvent.ActivityRecorded recorded -> recorded.activityId();
                        case ActivityEvent.ActivityReturned returned -> returned.of();
                        case ActivityEvent.ActivityVoided voided -> voided.of();
                    };
            byActivity.put(event.memberId() + " " + of, cause);
        }
    }

    /** A member for whom only time has passed. */
    public void add(String member) {
        last.put(member, Cause.none());
    }

    Set<String> members() {
        return last.keySet();
    }

    Cause of(String member) {
        return last.get(member);
    }

    Cause of(String member, String activityId) {
        return byActivity.getOrDefault(member + " " + activityId, last.get(member));
    }
}
