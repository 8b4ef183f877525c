package app.ampel.service.doctor;

import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.SignInPrompt;
import app.ampel.domain.light.LightState;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this user's report must not tell, whatever form it has.
 *
 * @param words names, addresses, domains, codes, serial numbers
 * @param ids of user, organisation and app, of which the beginning may stay
 * @param folders of the user
 */
public record Secrets(Set<String> words, Set<String> ids, Set<String> folders) {

    /** What the local part of an address, a name or a host is made of. */
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** Model and serial number, or {@code serial:}, the ids of the board and its serial number; without, it is only a model. */
    private static final Pattern LIGHT_ID =
            Pattern.compile("(?:serial:\\p{XDigit}{4}:\\p{XDigit}{4}|[^:]*):(.*)", Pattern.DOTALL);

    /** No name of a person. */
    private static final Set<String> COMMON = Set.of("root", "com", "org", "net", "onmicrosoft", "localhost");

    public Secrets {
        words = Set.copyOf(words);
        ids = Set.copyOf(ids);
        folders = Set.copyOf(folders);
    }

    public static Secrets of(Evidence evidence) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        Set<String> folders = new LinkedHashSet<>();
        evidence.find(Fact.SignIn.class).ifPresent(signIn -> {
            signIn.account().profile().ifPresent(profile -> add(profile, words, ids));
            signIn.registration().ifPresent(registration -> add(registration, words, ids));
            signIn.account().prompt().flatMap(SignInPrompt::code).ifPresent(words::add);
        });
        evidence.find(Fact.Machine.class).ifPresent(machine -> {
            addWithParts(words, machine.user());
            addWithParts(words, machine.host());
            folders.add(machine.userHome());
        });
        evidence.find(Fact.Lights.class).ifPresent(fact -> fact.lights().forEach(light -> add(light, words)));
        proxies(evidence).forEach(host -> addWithParts(words, host));
        words.removeIf(word -> word.length() < 2 || COMMON.contains(word));
        ids.removeIf(String::isBlank);
        folders.removeIf(folder -> folder.length() < 2);
        return new Secrets(words, ids, folders);
    }

    private static void add(Profile profile, Set<String> words, Set<String> ids) {
        Stream.of(profile.name(), profile.username(), profile.organisation())
                .forEach(text -> addWithParts(words, text));
        ids.addAll(List.of(profile.tenantId(), profile.objectId()));
    }

    private static void add(Registration registration, Set<String> words, Set<String> ids) {
        ids.add(registration.clientId());
        if (registration.tenant().contains(".")) {
            addWithParts(words, registration.tenant());
        } else if (!registration.tenant().equals("organizations")) {
            ids.add(registration.tenant());
        }
        Stream.of(registration.authority(), registration.graph())
                .flatMap(Optional::stream)
                .map(uri -> String.valueOf(uri.getHost()))
                .forEach(words::add);
    }

    /** The serial number is the end of an id; a light without one ends in the socket that it is plugged into. */
    private static void add(LightState light, Collection<String> words) {
        Matcher id = LIGHT_ID.matcher(light.id());
        if (id.matches() && id.group(1).length() >= 4 && !id.group(1).startsWith("usb")) {
            words.add(id.group(1));
        }
        light.name().ifPresent(name -> addWithParts(words, name));
    }

    private static Stream<String> proxies(Evidence evidence) {
        return evidence.all(Fact.Host.class).stream()
                .flatMap(host -> host.proxy().stream())
                .map(ProxyInForce::address)
                .map(address -> address.replaceAll(":[0-9]+$", ""));
    }

    private static void addWithParts(Collection<String> words, String text) {
        words.add(text);
        GAP.splitAsStream(text).filter(part -> !part.matches("[0-9]{1,3}")).forEach(words::add);
    }
}
