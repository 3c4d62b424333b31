package dev.cairn.devstack.process;

import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Secrets;
import java.nio.file.Path;

/**
 * What every unit knows about the place where it runs.
 *
 * @param state folder of everything that changes
 * @param cache folders that may be shared by several states
 * @param register ports and children of this state
 * @param secrets passwords of this state
 * @param mode how careful to be with data
 */
public record Site(Path state, Cache cache, Register register, Secrets secrets, Mode mode) {

    public int port(String name) {
        return register.port(name);
    }

    public Path home(String name) {
        return state.resolve(name);
    }

    public Path log(String name) {
        return state.resolve("logs").resolve(name + ".log");
    }
}
