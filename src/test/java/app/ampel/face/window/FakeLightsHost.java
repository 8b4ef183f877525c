package app.ampel.face.window;

import app.ampel.domain.light.AddedLight;
import app.ampel.domain.light.LightSettings;
import app.ampel.domain.light.LightState;
import app.ampel.face.window.lights.LightsHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lights that only note what is wanted of them. */
public final class FakeLightsHost implements LightsHost {

    public final List<String> identified = new ArrayList<>();
    public final List<LightSettings> triedOut = new ArrayList<>();
    public final List<AddedLight> tried = new ArrayList<>();
    public List<SerialPort> ports = List.of();
    public CompletableFuture<Optional<LightState>> lit = new CompletableFuture<>();
    public final List<CompletableFuture<String>> installing = new ArrayList<>();
    public final Map<String, String> models = new HashMap<>();
    public boolean reachable = true;
    public boolean white;
    public int ended;

    @Override
    public boolean identify(String lightId) {
        return reachable && identified.add(lightId);
    }

    @Override
    public Optional<String> model(String kind) {
        return Optional.ofNullable(models.get(kind));
    }

    @Override
    public void tryOut(LightSettings lights) {
        triedOut.add(lights);
    }

    @Override
    public void showWhite(boolean isWanted) {
        white = isWanted;
    }

    @Override
    public String rules() {
        return "rules";
    }

    @Override
    public CompletableFuture<String> installRules() {
        CompletableFuture<String> one = new CompletableFuture<>();
        installing.add(one);
        return one;
    }

    @Override
    public CompletableFuture<List<SerialPort>> ports() {
        return CompletableFuture.completedFuture(ports);
    }

    @Override
    public CompletableFuture<Optional<LightState>> tryRed(AddedLight light) {
        tried.add(light);
        lit = new CompletableFuture<>();
        return lit;
    }

    @Override
    public void endTrial() {
        ended++;
    }
}
