package app.ampel.service.doctor;

import app.ampel.domain.problem.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way to Microsoft: hosts, proxy, clock. Pure. */
final class NetworkChecks {

    /** Microsoft's sign-in refuses what is further away. */
    private static final Duration TOO_FAR = Duration.ofMinutes(5);

    /** From here on times look strange to a user. */
    private static final Duration NOTABLE = Duration.ofMinutes(1);

    private NetworkChecks() {}

    /** Hosts that fare alike are told of together. */
    static Stream<Finding> network(Evidence evidence) {
        boolean clockIsRight = ahead(evidence)
                .filter(ahead -> ahead.abs().compareTo(TOO_FAR) <= 0)
                .isPresent();
        return evidence.all(Fact.Host.class).stream()
                .collect(Collectors.groupingBy(NetworkChecks::fate, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> network(alike, clockIsRight));
    }

    /** A certificate out of its time is the clock's fault, unless another host says that the clock is right. */
    private static Problem blamed(Problem problem, boolean clockIsRight) {
        return problem.kind() == Problem.Kind.CLOCK_WRONG && clockIsRight
                ? Problem.of(Problem.Kind.CERTIFICATE_EXPIRED, problem.code())
                : problem;
    }

    private static List<Object> fate(Fact.Host host) {
        return host.problem().isEmpty() ? List.of() : List.of(host.problem(), host.stage(), host.proxy());
    }

    private static Finding network(List<Fact.Host> alike, boolean clockIsRight) {
        String names = alike.stream().map(Fact.Host::name).distinct().sorted().collect(Collectors.joining(", "));
        Optional<Problem> problem = alike.get(0).problem().map(found -> blamed(found, clockIsRight));
        if (problem.isEmpty()) {
            Duration slowest =
                    alike.stream().map(Fact.Host::took).max(Duration::compareTo).orElseThrow();
            return Finding.ok(Check.NETWORK, "doctor.network.ok", names, slowest.plusSeconds(1));
        }
        return problem.get().kind() == Problem.Kind.NO_NETWORK
                ? Finding.of(Check.NETWORK, problem.get(), unreachable(alike.get(0), names, problem.get()))
                : Finding.of(Check.NETWORK, problem.get());
    }

    private static Message unreachable(Fact.Host host, String names, Problem problem) {
        boolean before = host.stage() == Fact.Host.Stage.LOOK_UP || host.stage() == Fact.Host.Stage.CONNECT;
        if (host.proxy().isPresent() && before) {
            ProxyInForce proxy = host.proxy().get();
            return Message.of("doctor.network.proxy", hidden(proxy), source(proxy), problem.code());
        }
        String stage = host.stage().word();
        return Message.of("doctor.network." + stage, names, problem.code());
    }

    static Stream<Finding> proxy(Evidence evidence) {
        Stream<Finding> broken = evidence.all(Fact.BrokenProxy.class).stream()
                .map(variable -> Finding.warning(Check.PROXY, Actor.YOU, "doctor.proxy.broken", variable.variable()));
        List<Fact.Host> hosts = evidence.all(Fact.Host.class);
        if (hosts.isEmpty()) {
            return broken;
        }
        List<ProxyInForce> proxies = hosts.stream()
                .map(Fact.Host::proxy)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Stream<Finding> inForce = proxies.isEmpty()
                ? Stream.of(Finding.ok(Check.PROXY, "doctor.proxy.none"))
                : proxies.stream().map(NetworkChecks::used);
        return Stream.concat(broken, inForce);
    }

    private static Finding used(ProxyInForce proxy) {
        String key = proxy.password() ? "doctor.proxy.password" : "doctor.proxy.used";
        return Finding.ok(Check.PROXY, key, hidden(proxy), source(proxy));
    }

    private static Message.Private hidden(ProxyInForce proxy) {
        return new Message.Private(
                proxy.scheme() + "://" + proxy.address(), proxy.scheme() + "://" + Message.Private.HIDDEN);
    }

    private static Message source(ProxyInForce proxy) {
        return Message.of("doctor.proxy.from." + proxy.source().word(), proxy.variable());
    }

    /** By the host that agrees most with us: a gateway may hand out what it kept, but nothing can be younger than now. */
    static Stream<Finding> clock(Evidence evidence) {
        return ahead(evidence).stream().map(NetworkChecks::clock);
    }

    private static Optional<Duration> ahead(Evidence evidence) {
        return evidence.all(Fact.Host.class).stream()
                .map(Fact.Host::ahead)
                .flatMap(Optional::stream)
                .min((one, other) -> one.abs().compareTo(other.abs()));
    }

    private static Finding clock(Duration ahead) {
        Predicate<Duration> off = by -> ahead.abs().compareTo(by) > 0;
        String way = ahead.isNegative() ? "doctor.clock.behind" : "doctor.clock.ahead";
        if (off.test(TOO_FAR)) {
            return Finding.fault(Check.CLOCK, Actor.YOU, way, ahead.abs());
        }
        return off.test(NOTABLE)
                ? Finding.note(Check.CLOCK, way, ahead.abs())
                : Finding.ok(Check.CLOCK, "doctor.clock.ok");
    }
}
