package app.ampel.adapter.os.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@link Logging#start} asked for, found by logback as a service. In Java, because reading XML would cost every start
 * 500 more classes.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogToFile extends ContextAwareBase implements Configurator {

    /** The system property that names the folder; it is one that only its owner may enter. */
    static final String FOLDER = "ampel.log";

    /** At INFO these write whom they talk about: accounts, addresses, requests. */
    private static final List<String> TALKATIVE =
            List.of("com.microsoft", "com.azure", "okhttp3", "io.opentelemetry", "org.freedesktop.dbus");

    private static final String OURS = "app.ampel";

    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %thread %logger{0}: %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        log.getStatusManager().add(new NopStatusListener());
        TALKATIVE.forEach(name -> log.getLogger(name).setLevel(Level.WARN));
        ch.qos.logback.classic.Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender(log, Path.of(folder)));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void detailed(boolean isDetailed) {
        if (LoggerFactory.getLogger(OURS) instanceof ch.qos.logback.classic.Logger ours) {
            ours.setLevel(isDetailed ? Level.DEBUG : null);
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext log, Path folder) {
        RollingFileAppender<ILoggingEvent> appender = new OwnerOnlyLog();
        appender.setContext(log);
        appender.setName("file");
        appender.setFile(folder.resolve("ampel.log").toString());
        appender.setEncoder(encoder(log));
        appender.setRollingPolicy(threeOlder(log, folder, appender));
        appender.setTriggeringPolicy(atOneMegabyte(log));
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext log) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(log);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }

    private static FixedWindowRollingPolicy threeOlder(
            LoggerContext log, Path folder, RollingFileAppender<ILoggingEvent> appender) {
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(log);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve("ampel.%i.log").toString());
        policy.setMinIndex(1);
        policy.setMaxIndex(3);
        policy.start();
        return policy;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> atOneMegabyte(LoggerContext log) {
        SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
        policy.setContext(log);
        policy.setMaxFileSize(FileSize.valueOf("1MB"));
        // At every line: by default it looks once a minute, and a minute of trouble is long.
        policy.setCheckIncrement(Duration.buildByMilliseconds(0));
        policy.start();
        return policy;
    }
}
