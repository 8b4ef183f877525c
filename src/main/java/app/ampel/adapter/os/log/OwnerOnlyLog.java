package app.ampel.adapter.os.log;

import app.ampel.adapter.os.files.OwnerOnly;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log whose files are born readable for their owner alone. */
final class OwnerOnlyLog extends RollingFileAppender<ILoggingEvent> {

    @Override
    public void openFile(String name) throws IOException {
        Path file = Path.of(name);
        if (Files.notExists(file)) {
            OwnerOnly.create(file, new byte[0]);
        }
        super.openFile(name);
    }
}
