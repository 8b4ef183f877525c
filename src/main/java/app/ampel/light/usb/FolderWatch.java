package app.ampel.light.usb;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches folders with the JDK's watch service, which is inotify on Linux: one thread that sleeps while nothing
 * happens. Only names are watched, not contents or attributes: every write to a terminal would count as one.
 */
final class FolderWatch implements HotPlug {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** After a node has come, udev sets its owner and permissions: looked at again after each of these pauses. */
    private static final long[] SETTLING_MILLIS = {100, 200, 500, 1000, 2000};

    private record Watch(Path folder, Predicate<String> wanted, Runnable changed) {}

    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<Path, WatchKey> keys = new ConcurrentHashMap<>();
    private WatchService service;

    @Override
    public synchronized void watch(Path folder, Predicate<String> wanted, Runnable changed) {
        try {
            if (service == null) {
                service = FileSystems.getDefault().newWatchService();
                Thread thread = new Thread(() -> run(service), "ampel-plug");
                thread.setDaemon(true);
                thread.start();
            }
            keys.put(
                    folder,
                    folder.register(
                            service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE));
            watches.add(new Watch(folder, wanted, changed));
        } catch (IOException e) {
            LOG.warn("New devices in {} will not be noticed", folder, e);
        }
    }

    private void run(WatchService from) {
        Set<Watch> settling = new LinkedHashSet<>();
        int pause = 0;
        try {
            while (true) {
                WatchKey key =
                        settling.isEmpty() ? from.take() : from.poll(SETTLING_MILLIS[pause], TimeUnit.MILLISECONDS);
                if (key == null) {
                    settling.forEach(FolderWatch::tell);
                    pause++;
                    if (pause == SETTLING_MILLIS.length) {
                        settling.clear();
                    }
                } else {
                    List<Watch> touched = touched(key);
                    if (!touched.isEmpty()) {
                        settling.addAll(touched);
                        pause = 0;
                        touched.forEach(FolderWatch::tell);
                    }
                    key.reset();
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("No longer watching for devices");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    private static void tell(Watch watch) {
        try {
            watch.changed.run();
        } catch (RuntimeException | Error e) {
            LOG.error("Looking for new devices failed", e);
        }
    }

    @Override
    public synchronized void close() {
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
