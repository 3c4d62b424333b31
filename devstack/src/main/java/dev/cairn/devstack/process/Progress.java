package dev.cairn.devstack.process;

import java.time.Duration;

/** Hears what the supervisor does; a console prints it, a test stays silent. */
public interface Progress {

    Progress SILENT =
            new Progress() {
                @Override
                public void started(Unit unit, Duration took) {}

                @Override
                public void alreadyRunning(Unit unit) {}

                @Override
                public void stopped(Unit unit) {}
            };

    void started(Unit unit, Duration took);

    void alreadyRunning(Unit unit);

    void stopped(Unit unit);
}
