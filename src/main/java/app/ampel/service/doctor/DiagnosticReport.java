package app.ampel.service.doctor;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.light.LightState;
import app.ampel.service.text.Messages;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A diagnosis for whoever helps: in English, and free of tokens, names, messages, addresses and whole ids. Pure.
 */
public final class DiagnosticReport {

    /** Lines of the log. */
    private static final int MOST_LINES = 40;

    private final Diagnosis diagnosis;
    private final Redactor redactor;
    private final List<String> lines = new ArrayList<>();

    private DiagnosticReport(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
        this.redactor = new Redactor(Secrets.of(diagnosis.evidence()));
    }

    public static String of(Diagnosis diagnosis) {
        DiagnosticReport report = new DiagnosticReport(diagnosis);
        report.write();
        return String.join("\n", report.lines) + "\n";
    }

    private void write() {
        Evidence evidence = diagnosis.evidence();
        add("Ampel report, %s", evidence.at().truncatedTo(ChronoUnit.SECONDS));
        evidence.find(Fact.Machine.class).ifPresent(this::machine);
        evidence.find(Fact.SignIn.class).ifPresent(this::signIn);
        evidence.find(Fact.Tokens.class)
                .ifPresent(it -> add("Tokens: %s", it.place().word()));
        evidence.find(Fact.Reading.class)
                .ifPresent(it -> add(
                        "Reading: %s%s",
                        it.reading().kind().word(),
                        it.interval().map(span -> ", every " + span).orElse("")));
        evidence.all(Fact.Host.class).forEach(this::host);
        evidence.find(Fact.Lights.class).ifPresent(it -> it.lights().forEach(this::light));
        evidence.find(Fact.Rules.class)
                .ifPresent(it -> add("udev rules: %s", it.state().word()));
        lines.add("");
        findings();
        evidence.find(Fact.Log.class).filter(log -> !log.lines().isEmpty()).ifPresent(this::log);
    }

    private void machine(Fact.Machine machine) {
        // Versions look like addresses.
        lines.add("Ampel " + plain(machine.ampel()) + ", Java " + plain(machine.java()));
        add("On %s, desktop %s", plain(machine.system()), machine.desktop().isEmpty() ? "none" : machine.desktop());
    }

    /** A version is made of few kinds of characters. */
    private static String plain(String version) {
        return version.replaceAll("[^\\p{Alnum} .,+_()/-]", "?");
    }

    private void signIn(Fact.SignIn signIn) {
        AccountState account = signIn.account();
        add(
                "Account: %s%s",
                account.kind().word(),
                account.problem()
                        .map(problem -> ", " + problem.kind().word() + " " + problem.code())
                        .orElse(""));
        signIn.registration().ifPresent(this::registration);
        account.profile().ifPresent(this::profile);
    }

    private void registration(Registration registration) {
        add(
                "App %s in tenant %s, cloud %s%s",
                Redactor.shortened(registration.clientId()),
                tenant(registration.tenant()),
                registration.cloud().word(),
                registration.authority().or(registration::graph).isPresent() ? ", servers of its own" : "");
    }

    private static String tenant(String tenant) {
        if (tenant.contains(".")) {
            return "(a domain)";
        }
        return tenant.equals("organizations") ? tenant : Redactor.shortened(tenant);
    }

    private void profile(Profile profile) {
        add(
                "Organisation %s, user %s, granted: %s",
                Redactor.shortened(profile.tenantId()),
                Redactor.shortened(profile.objectId()),
                profile.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(", ")));
    }

    private void host(Fact.Host host) {
        add(
                "%s: %s%s",
                host.name(),
                host.problem()
                        .map(problem -> problem.kind().word() + " " + problem.code() + " at "
                                + host.stage().word())
                        .orElse("answers"),
                host.proxy()
                        .map(proxy -> ", proxy set: " + proxy.scheme() + ", by "
                                + proxy.source().word())
                        .orElse(""));
    }

    private void light(LightState light) {
        add(
                "Light: %s, %s, %s",
                light.model(), light.transport().word(), light.condition().word());
    }

    private void findings() {
        MessageRenderer saying = new MessageRenderer(Messages.in(Locale.ENGLISH), true);
        diagnosis.findings().stream()
                .filter(finding -> finding.check() != Check.MACHINE)
                .forEach(finding -> add(
                        "%-7s %-11s %s",
                        finding.severity().word(), finding.check().word(), saying.of(finding.what())));
    }

    private void log(Fact.Log log) {
        List<String> telling = LogLine.read(log.lines()).stream()
                .filter(line -> line.level() == LogLine.Level.WARN || line.level() == LogLine.Level.ERROR)
                .map(LogLine::withoutMessages)
                .toList();
        lines.add("");
        add(
                "Log (%s), warnings and errors of the last %d lines:",
                log.detailed() ? "detailed" : "usual", log.lines().size());
        telling.stream()
                .skip(Math.max(0, telling.size() - MOST_LINES))
                .forEach(line -> lines.add(redactor.redact(line)));
    }

    private void add(String pattern, Object... arguments) {
        lines.add(redactor.redact(String.format(Locale.ROOT, pattern, arguments)));
    }
}
