package app.ampel.adapter.light.usb;

import app.ampel.service.threads.Daemons;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches folders with the JDK's watch service, which is inotify on Linux: one thread that sleeps while nothing
 * happens. Only names are watched, not contents or attributes: every write to a terminal would count as one.
 *
 * <p>A folder that cannot be watched is looked at slowly, until it can: the system has so many watches for each user, and
 * other programs may have them all for a while; or the folder is yet to come, or has gone.
 */
final class FolderWatch implements HotPlug {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** After a node has come, udev sets its owner and permissions: looked at again after each of these pauses. */
    private static final long[] SETTLING_MILLIS = {100, 200, 500, 1000, 2000};

    private record Watch(Path folder, Predicate<String> wanted, Runnable changed) {}

    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<Path, WatchKey> keys = new ConcurrentHashMap<>();

    /** What is looked at slowly. */
    private final Set<Watch> unwatched = ConcurrentHashMap.newKeySet();

    private final Services services;
    private final Supplier<HotPlug> scans;
    private Optional<HotPlug> scan = Optional.empty();
    private WatchService service;
    private boolean closed;

    /** Makes watches. */
    interface Services {
        WatchService open() throws IOException;
    }

    FolderWatch() {
        this(FileSystems.getDefault()::newWatchService, SlowScan::new);
    }

    /** @param scans each says that something may have changed, now and then */
    FolderWatch(Services services, Supplier<HotPlug> scans) {
        this.services = services;
        this.scans = scans;
    }

    @Override
    public synchronized void watch(Path folder, Predicate<String> wanted, Runnable changed) {
        Watch watch = new Watch(folder, wanted, changed);
        watches.add(watch);
        try {
            register(watch);
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("{} is looked at slowly, because it cannot be watched: {}", folder, e.toString());
            scanSlowly(watch);
        }
    }

    private void scanSlowly(Watch watch) {
        unwatched.add(watch);
        if (scan.isEmpty() && !closed) {
            scan = Optional.of(scans.get());
            scan.get().watch(watch.folder, name -> true, this::scanSlowly);
        }
    }

    /** For those that are not watched; and tries whether they can be now. */
    private void scanSlowly() {
        for (Watch watch : unwatched) {
            tryToWatch(watch);
            notifyWatcher(watch);
        }
        endSlowScan();
    }

    private synchronized void endSlowScan() {
        if (unwatched.isEmpty()) {
            scan.ifPresent(HotPlug::close);
            scan = Optional.empty();
        }
    }

    private synchronized void tryToWatch(Watch watch) {
        try {
            register(watch);
            unwatched.remove(watch);
            LOG.info("{} is watched again", watch.folder);
        } catch (IOException | RuntimeException | Error e) {
            LOG.debug("{} still cannot be watched", watch.folder, e);
        }
    }

    private void register(Watch watch) throws IOException {
        if (service == null) {
            WatchService fresh = services.open();
            Daemons.thread("ampel-plug", () -> run(fresh)).start();
            service = fresh;
        }
        keys.put(
                watch.folder,
                watch.folder.register(
                        service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE));
    }

    @Override
    public boolean isSlow() {
        return unwatched.stream().anyMatch(watch -> Files.isDirectory(watch.folder));
    }

    private void run(WatchService from) {
        Set<Watch> settling = new LinkedHashSet<>();
        int pause = 0;
        try {
            while (true) {
                WatchKey key =
                        settling.isEmpty() ? from.take() : from.poll(SETTLING_MILLIS[pause], TimeUnit.MILLISECONDS);
                if (key == null) {
                    settling.forEach(FolderWatch::notifyWatcher);
                    pause++;
                    if (pause == SETTLING_MILLIS.length) {
                        settling.clear();
                    }
                } else {
                    List<Watch> touched = touched(key);
                    if (!touched.isEmpty()) {
                        settling.addAll(touched);
                        pause = 0;
                        touched.forEach(FolderWatch::notifyWatcher);
                    }
                    if (!key.reset()) {
                        lost(key);
                    }
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("No longer watching for devices");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The folder has gone. */
    private synchronized void lost(WatchKey key) {
        watches.stream().filter(watch -> key.equals(keys.get(watch.folder))).forEach(this::scanSlowly);
    }

    private List<Watch> touched(WatchKey key) {
        List<String> names = new ArrayList<>();
        boolean lost = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() == null) {
                lost = true; // too many at once: anything may have happened
            } else {
                names.add(event.context().toString());
            }
        }
        boolean everything = lost;
        return watches.stream()
                .filter(watch -> key.equals(keys.get(watch.folder)))
                .filter(watch -> everything || names.stream().anyMatch(watch.wanted))
                .toList();
    }

    private static void notifyWatcher(Watch watch) {
        try {
            watch.changed.run();
        } catch (RuntimeException | Error e) {
            LOG.error("Looking for new devices failed", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        scan.ifPresent(HotPlug::close);
        if (service == null) {
            return;
        }
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("The watch for devices did not close", e);
        }
    }
}
