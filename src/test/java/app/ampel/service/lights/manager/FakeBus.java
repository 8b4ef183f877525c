package app.ampel.service.lights.manager;

import app.ampel.domain.light.LightModel;
import app.ampel.domain.light.LightState.Condition;
import app.ampel.domain.light.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Lights without hardware. Each remembers what it was told, and can be made to fail. */
final class FakeBus implements LightBus {

    enum Mood {
        FINE,
        REFUSING,
        REFUSING_ONCE,
        VANISHED
    }

    /** One light: what is on its shelf survives replugging. */
    static final class FakeLight {
        final String id;
        final LightModel model;
        final List<String> log = new ArrayList<>();
        Mood mood = Mood.FINE;
        Condition condition = Condition.OK;
        boolean remembers = true;
        boolean doubted;
        int plugged = 1;
        int opened;
        int closed;
        int mostAtOnce;
        String kind;
        Consumer<byte[]> ear = report -> {};

        FakeLight(String id, LightModel model) {
            this.id = id;
            this.model = model;
            this.kind = id;
        }

        /** What it was told last, heartbeats left out. */
        String last() {
            return log.isEmpty() ? "" : log.get(log.size() - 1);
        }
    }

    final TreeMap<String, FakeLight> attached = new TreeMap<>();
    Runnable changed = () -> {};
    int looked;
    boolean closed;

    FakeLight plugIn(FakeLight light) {
        attached.put(light.id, light);
        light.plugged++;
        light.mood = Mood.FINE;
        changed.run();
        return light;
    }

    FakeLight plugIn(String id) {
        return plugIn(new FakeLight(id, new FakeModel()));
    }

    void pullOut(FakeLight light) {
        attached.remove(light.id);
        light.mood = Mood.VANISHED;
        changed.run();
    }

    /** Out and in again before anybody looks. */
    void replug(FakeLight light) {
        pullOut(light);
        plugIn(light);
    }

    @Override
    public List<Found> list() {
        looked++;
        return attached.values().stream().map(FakeBus::found).toList();
    }

    private static Found found(FakeLight light) {
        if (light.doubted) {
            return Found.possible(light.id, light.model, "socket " + light.plugged);
        }
        return new Found(
                light.id,
                light.kind,
                light.model,
                "Fake " + light.id,
                "socket " + light.plugged,
                light.condition,
                Optional.empty());
    }

    @Override
    public LightLink open(Found found) throws LightException {
        FakeLight light = attached.get(found.id());
        if (light == null) {
            throw new LightException(Condition.GONE, "not there");
        }
        light.opened++;
        light.mostAtOnce = Math.max(light.mostAtOnce, light.opened - light.closed);
        return new FakeLink(light, light.plugged);
    }

    @Override
    public void watch(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void close() {
        closed = true;
    }

    private static final class FakeLink implements LightLink {
        private final FakeLight light;
        private final int plugged;
        private boolean closed;

        FakeLink(FakeLight light, int plugged) {
            this.light = light;
            this.plugged = plugged;
        }

        @Override
        public void send(Report report) throws LightException {
            if (closed || light.plugged != plugged || light.mood == Mood.VANISHED) {
                throw new LightException(Condition.GONE, "gone");
            }
            if (light.mood == Mood.REFUSING_ONCE) {
                light.mood = Mood.FINE;
                throw new LightException(Condition.NOT_ANSWERING, "refused this time");
            }
            if (light.mood == Mood.REFUSING) {
                throw new LightException(Condition.NOT_ANSWERING, "refused");
            }
            light.log.add(report.text());
        }

        @Override
        public boolean beat(List<Report> reports) throws LightException {
            LightLink.super.beat(reports);
            boolean right = light.remembers;
            light.remembers = true;
            return right;
        }

        @Override
        public void listen(Consumer<byte[]> heard) {
            light.ear = report -> {
                if (!closed) {
                    heard.accept(report);
                }
            };
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                light.closed++;
            }
        }
    }
}
