package app.ampel.service.people;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.policy.Reason;
import app.ampel.domain.presence.Presence;
import app.ampel.domain.presence.PresenceReading;
import app.ampel.domain.presence.RequestBudget;
import app.ampel.domain.status.WorkingDay;
import app.ampel.service.engine.Cranked;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The service with a tenant, a clock and threads that are cranked by hand; Kim is signed in. */
public final class Colleagues {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final Set<Scope> AT_FIRST = EnumSet.of(Scope.USER_READ, Scope.PRESENCE_READ);
    public static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

    public final Cranked time = new Cranked(NOON);
    public final FakeTenant tenant = new FakeTenant();
    public final SharedBudget budget = new SharedBudget(time::now);
    public final List<PeopleNotice> notices = new ArrayList<>();
    public Optional<String> excludedGroup = Optional.empty();
    Duration shortest = Duration.ZERO;
    public PeopleFeature.Access access = PeopleFeature.Access.ON;
    public PeopleService service;

    /** As after a start of the program. */
    public PeopleService started(Set<Scope> granted) {
        tenant.clock = time::now;
        service = new PeopleService(
                new PeoplePorts(tenant, tenant, tenant, tenant, budget, time, time, time, time, new Random(1)),
                preferences());
        service.notices(notices::add);
        signedIn(kim(granted));
        return service;
    }

    /** The settings have changed. */
    public void prefer() {
        service.use(preferences());
        time.settle();
    }

    public PeoplePreferences preferences() {
        Map<PeopleFeature, PeopleFeature.Access> all = new EnumMap<>(PeopleFeature.class);
        for (PeopleFeature feature : PeopleFeature.values()) {
            all.put(feature, access);
        }
        return new PeoplePreferences(all, excludedGroup, List.of(), shortest, WorkingDay.USUAL, () -> ZoneOffset.UTC);
    }

    public static Profile kim(Set<Scope> granted) {
        return new Profile("Kim Muster", "kim@example.org", "example.org", "tenant-1", "kim", granted);
    }

    public void signedIn(Profile profile) {
        follow(AccountState.signedIn(profile), Optional.empty());
    }

    public void signedOut() {
        follow(AccountState.signedOut(Optional.empty()), Optional.empty());
    }

    public void own(Presence presence) {
        follow(AccountState.signedIn(kim(ALL)), Optional.of(presence));
    }

    public void follow(AccountState account, Optional<Presence> own) {
        service.follow(new Snapshot(
                time.now(),
                new PresenceReading(
                        own.isPresent() ? PresenceReading.Kind.KNOWN : PresenceReading.Kind.STALE,
                        own.map(presence -> new PresenceReading.Last(presence, time.now(), Optional.empty())),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                LightOverride.AUTO,
                LightCommand.OFF,
                Reason.PRESENCE,
                account,
                Optional.empty()));
        time.settle();
    }

    /** Now, or when there is room for it in the budget. */
    public <T> T answer(Pending<T> pending) {
        finish(pending);
        return pending.answer().join();
    }

    private void finish(Pending<?> pending) {
        time.settle();
        if (!pending.answer().isDone()) {
            time.pass(RequestBudget.WINDOW);
        }
        if (!pending.answer().isDone()) {
            throw new AssertionError("no answer");
        }
    }

    /** What it failed with. */
    Throwable failure(Pending<?> pending) {
        finish(pending);
        return pending.answer().handle((value, thrown) -> thrown).join();
    }

    public void watches(String... ids) {
        for (String id : ids) {
            answer(service.lists().add(id + "@example.org"));
        }
        tenant.requests.clear();
        tenant.presenceRequests.clear();
    }

    PeopleSnapshot.Row row(String id) {
        return service.snapshot().watchList().stream()
                .filter(row -> row.contact().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The most of these moments in any 30 s. */
    public static int mostInAWindow(List<Instant> moments) {
        int most = 0;
        for (Instant begin : moments) {
            most = Math.max(most, (int) moments.stream()
                    .filter(at -> !at.isBefore(begin) && at.isBefore(begin.plusSeconds(30)))
                    .count());
        }
        return most;
    }
}
