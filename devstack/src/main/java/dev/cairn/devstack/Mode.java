package dev.cairn.devstack;

/** How careful the infrastructure is with its data. */
public enum Mode {
    /** Survives a power cut: PostgreSQL waits for the disk, Redis keeps a log. */
    DURABLE,
    /** Survives kill -9 of any process but not of the machine; quicker, for tests. */
    DISPOSABLE
}
