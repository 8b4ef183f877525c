package app.ampel.face.tray;

import app.ampel.domain.account.AccountState;
import app.ampel.domain.light.LightCommand;
import app.ampel.domain.light.LightState;
import app.ampel.domain.status.Choice;
import app.ampel.domain.status.DurationOption;
import app.ampel.domain.status.ManualStatus;
import app.ampel.domain.status.StatusDefaults;
import app.ampel.service.engine.LightOverride;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.overview.Overview;
import app.ampel.service.status.NextStatus;
import app.ampel.service.status.StatusService;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import app.ampel.service.text.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the menu of what is known. Pure; any thread. */
public final class Menus {

    private static final LightOverride DARK = LightOverride.showing(LightCommand.OFF);

    private final Messages words;
    private final Phrases phrases;
    private final Sentence sentence;
    private final Supplier<ZoneId> zone;

    /** @param words of the screen, see {@link Messages#onScreen} */
    public Menus(Messages words, Supplier<ZoneId> zone) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.sentence = new Sentence(words, zone);
        this.zone = zone;
    }

    /** @param people what there is of other people */
    TrayMenu of(
            Overview overview,
            Instant now,
            NextStatus next,
            StatusDefaults habits,
            IconStyle style,
            Optional<Item> people) {
        Snapshot known = overview.snapshot();
        String says = sentence.of(overview);
        List<Item> items = new ArrayList<>(List.of(Item.note("sentence", says)));
        List<String> remarks = sentence.remarks(known);
        for (int i = 0; i < remarks.size(); i++) {
            items.add(Item.note("remark/" + i, remarks.get(i)));
        }
        items.add(Item.separator("1"));
        items.add(inACall(known));
        items.add(Item.menu("set", words.say("tray.set"), choices(known, next)));
        items.add(Item.menu("for", words.say("tray.for"), times(now, next, habits)));
        items.add(clear(known, now));
        items.add(extend(known));
        if (known.manual().filter(ManualStatus::canTakeOver).isPresent()) {
            items.add(Item.line("take-over", words.say("tray.take-over"), new TrayAction.TakeOver()));
        }
        items.add(Item.separator("2"));
        people.ifPresent(items::add);
        items.add(Item.menu("light", words.say("tray.light"), light(overview)));
        items.add(Item.separator("3"));
        items.add(Item.line("open", words.say("tray.open"), new TrayAction.Open()));
        items.add(Item.line("settings", words.say("tray.settings"), new TrayAction.Settings()));
        items.add(account(known.account()));
        items.add(Item.separator("4"));
        items.add(Item.line("quit", words.say("tray.quit"), new TrayAction.Quit()));
        return new TrayMenu(new Icon(IconState.of(known), style), says, items);
    }

    /** When time alone will change the menu: another minute of the status set by hand is over. */
    public static Optional<Instant> changesAt(Snapshot known, Instant now) {
        return known.manual()
                .map(manual -> manual.until().minus(minutesLeft(manual, now).minusMinutes(1)))
                .filter(at -> at.isAfter(now));
    }

    private static Duration minutesLeft(ManualStatus manual, Instant now) {
        Duration left = Duration.between(now, manual.until());
        long begun = left.plusMinutes(1).minusNanos(1).toMinutes();
        return Duration.ofMinutes(Math.max(1, begun));
    }

    private static boolean isSet(Snapshot known, Choice choice) {
        return known.manual().filter(manual -> manual.choice() == choice).isPresent();
    }

    private Item inACall(Snapshot known) {
        boolean on = isSet(known, Choice.IN_A_CALL);
        return Item.marked(
                "in-a-call", words.say("tray.in-a-call"), Item.Mark.check(on), new TrayAction.Toggle(Choice.IN_A_CALL));
    }

    private List<Item> choices(Snapshot known, NextStatus next) {
        Stream<Item> choices = Arrays.stream(Choice.values())
                .map(choice -> Item.marked(
                        "set/" + choice.word(),
                        words.say("choice." + choice.word()),
                        Item.Mark.radio(isSet(known, choice)),
                        new TrayAction.Set(choice)));
        Item where = Item.marked(
                "set/light-only",
                words.say("tray.light-only"),
                Item.Mark.check(next.lightOnly()),
                new TrayAction.Where(!next.lightOnly()));
        return Stream.concat(choices, Stream.of(Item.separator("set/1"), where)).toList();
    }

    private List<Item> times(Instant now, NextStatus next, StatusDefaults habits) {
        List<DurationOption> offers = habits.offers();
        return IntStream.range(0, offers.size())
                .mapToObj(i -> Item.marked(
                        "for/" + i,
                        phrases.lasting(offers.get(i), habits, now, zone.get()),
                        Item.Mark.radio(offers.get(i).equals(next.lasting())),
                        new TrayAction.Last(offers.get(i))))
                .toList();
    }

    private Item clear(Snapshot known, Instant now) {
        return known.manual()
                .map(manual -> phrases.span(minutesLeft(manual, now)))
                .map(left -> Item.line("clear", words.say("tray.clear", left), new TrayAction.Clear()))
                .orElseGet(() -> Item.note("clear", words.say("tray.clear.nothing")));
    }

    private Item extend(Snapshot known) {
        String by = phrases.span(StatusService.STEP);
        return known.manual().isPresent()
                ? Item.line("extend", words.say("tray.extend", by), new TrayAction.Extend(StatusService.STEP))
                : Item.note("extend", words.say("tray.extend.nothing", by));
    }

    private List<Item> light(Overview overview) {
        Snapshot known = overview.snapshot();
        List<Item> items = new ArrayList<>();
        items.add(override("follow", LightOverride.AUTO, known));
        items.add(override("off", DARK, known));
        items.add(override("pause", LightOverride.PAUSED, known));
        items.add(Item.separator("light/1"));
        items.add(identify(overview));
        return items;
    }

    private Item override(String name, LightOverride override, Snapshot known) {
        return Item.marked(
                "light/" + name,
                words.say("tray.light." + name),
                Item.Mark.radio(known.override().equals(override)),
                new TrayAction.ShowLight(override));
    }

    private Item identify(Overview known) {
        if (known.snapshot().override().paused()) {
            return Item.note("identify", words.say("tray.identify.paused"));
        }
        if (known.lights().isEmpty()) {
            return Item.note("identify", words.say("tray.identify.none"));
        }
        return Item.menu(
                "identify",
                words.say("tray.identify"),
                known.lights().stream().map(this::identify).toList());
    }

    private Item identify(LightState light) {
        String key = "identify/" + light.id();
        String name = Phrases.tame(light.title());
        return light.condition() == LightState.Condition.OK
                ? Item.line(key, name, new TrayAction.Identify(light.id()))
                : Item.note(
                        key,
                        words.say(
                                "tray.identify.trouble",
                                name,
                                words.say("sentence.light." + light.condition().word())));
    }

    private Item account(AccountState account) {
        if (account.prompt().isPresent()) {
            return Item.line("account", words.say("tray.cancel-sign-in"), new TrayAction.CancelSignIn());
        }
        return switch (account.kind()) {
            case SIGNED_IN -> Item.line("account", words.say("tray.sign-out"), new TrayAction.SignOut());
            case SIGNED_OUT -> Item.line("account", words.say("tray.sign-in"), new TrayAction.SignIn());
            case WAITING -> Item.note("account", words.say("tray.signing-in"));
        };
    }
}
