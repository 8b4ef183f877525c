package app.ampel.adapter.os.programs;

import java.util.List;

/** Starts a program of the operating system, without a shell in between. */
@FunctionalInterface
interface Programs {

    /**
     * @param input what it reads
     * @param wait whether to wait, at most two seconds, for its end
     * @return whether it is there and, where waited for, ended well
     */
    boolean start(List<String> command, String input, boolean wait);

    static Programs real() {
        return RealPrograms::start;
    }
}
