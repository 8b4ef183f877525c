package app.ampel.adapter.os.session;

import app.ampel.adapter.os.OperatingSystem;
import app.ampel.adapter.os.bus.Bus;
import app.ampel.service.wall.ScreenAwake;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the screen of this session lit: on Linux as its desktop lets that be asked for, on macOS by the system's own {@code
 * caffeinate}, on Windows by {@code SetThreadExecutionState}. All three end with this process.
 */
public final class AwakeScreen implements ScreenAwake {

    /** One way to keep it lit, once. */
    interface Hold {
        void begin();

        void end();
    }

    private final OperatingSystem system;

    private AwakeScreen(OperatingSystem system) {
        this.system = system;
    }

    public static AwakeScreen ofThisComputer() {
        return new AwakeScreen(OperatingSystem.current());
    }

    @Override
    public Runnable hold() {
        Hold hold = switch (system) {
            case LINUX -> new LinuxAwake(Bus::session, Bus.RETRY, HoldingProgram.PREVENTS_IDLE);
            case MACOS -> of(new HoldingProgram(HoldingProgram.KEEPS_DISPLAY, Bus.RETRY));
            case WINDOWS -> new WindowsAwake();
        };
        hold.begin();
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                hold.end();
            }
        };
    }

    private static Hold of(HoldingProgram program) {
        return new Hold() {
            @Override
            public void begin() {
                program.acquire();
            }

            @Override
            public void end() {
                program.close();
            }
        };
    }
}
