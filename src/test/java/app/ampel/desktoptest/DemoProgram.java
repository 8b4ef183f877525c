package app.ampel.desktoptest;

import static org.awaitility.Awaitility.await;

import app.ampel.service.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The demo, started from its launcher, with somebody who approves in a browser. */
public final class DemoProgram {

    private static final String LAUNCHER =
            Path.of("target/ampel/bin/ampel").toAbsolutePath().toString();

    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:\\S+");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s+([A-Z]{4}-[A-Z]{4})\\s*$");

    private final DesktopSession desktop;
    private final Path home;
    private final Path output;
    private final Process process;

    public DemoProgram(DesktopSession desktop, Path folder, String language) throws IOException {
        this(desktop, folder, language, "Adwaita");
    }

    /** @param theme of the desktop: one whose name ends in {@code -dark} or {@code :dark} is dark */
    public DemoProgram(DesktopSession desktop, Path folder, String language, String theme) throws IOException {
        this(desktop, folder, language, Map.of("GTK_THEME", theme));
    }

    /** @param more variables of the environment */
    public DemoProgram(DesktopSession desktop, Path folder, String language, Map<String, String> more)
            throws IOException {
        this(desktop, folder, language, more, "8:55");
    }

    /** @param from the time of its day */
    public DemoProgram(DesktopSession desktop, Path folder, String language, Map<String, String> more, String from)
            throws IOException {
        Map<String, String> env = new HashMap<>(more);
        env.put("AMPEL_JVM_OPTIONS", "-Duser.language=" + language);
        this.desktop = desktop;
        this.home = folder.resolve("ampel");
        this.output = folder.resolve("demo.txt");
        // At that speed the day stands still: nothing changes but by the test.
        this.process = desktop.startInto(
                output, env, LAUNCHER, "--home", home.toString(), "demo", "--speed", "1", "--from", from);
    }

    /** Approves the {@code number}th question, counted from 1, as soon as it is asked. */
    public void approve(int number) throws IOException, InterruptedException {
        await().atMost(Duration.ofSeconds(30)).until(() -> all(CODE).size() >= number);
        String code = all(CODE).get(number - 1).group(1);
        URI page = URI.create(all(PAGE).get(number - 1).group());
        HttpRequest form = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("code=" + code + "&answer=approve"))
                .build();
        int status = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(form, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IOException("the page said " + status);
        }
    }

    private List<MatchResult> all(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(output)).results().toList();
    }

    public JsonNode status() throws Exception {
        String said = desktop.run(LAUNCHER, "--home", home.toString(), "status", "--json");
        return Json.read(said.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    /** Types {@code ampel} and {@code words} in this program's home; what it said. */
    public String type(String... words) throws Exception {
        return desktop.run(command(words));
    }

    /** The same without waiting for its end. */
    public void beginToType(String... words) throws IOException {
        desktop.start(command(words));
    }

    private String[] command(String... words) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER, "--home", home.toString()));
        command.addAll(List.of(words));
        return command.toArray(String[]::new);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for its end; the exit code. */
    public int awaitEnd(Duration atMost) throws InterruptedException, TimeoutException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("it goes on");
        }
        return process.exitValue();
    }
}
