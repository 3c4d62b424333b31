package dev.cairn.devstack.chaos;

import java.util.concurrent.Semaphore;

/** Is pulled by whoever plans harm, and goes off once for each pull, where the chance is. */
final class Trigger {

    private final Semaphore pulls = new Semaphore(0);

    void pull() {
        pulls.release();
    }

    /** Whether it is to happen here and now; then it does not happen elsewhere. */
    boolean goesOff() {
        return pulls.tryAcquire();
    }

    /** Whether a pull still waits for its chance. */
    boolean isPulled() {
        return pulls.availablePermits() > 0;
    }
}
