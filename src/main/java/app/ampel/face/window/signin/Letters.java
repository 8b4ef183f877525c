package app.ampel.face.window.signin;

import app.ampel.domain.account.Cloud;
import app.ampel.domain.account.Registration;
import app.ampel.domain.account.Scope;
import app.ampel.domain.naming.WireName;
import app.ampel.service.text.Messages;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an administrator has to be told, in words. Pure. */
public final class Letters {

    /** What is asked for. */
    public enum Topic implements WireName {
        /** Register Ampel, and send back client id and tenant. */
        REGISTER,
        /** Allow it for everybody. */
        CONSENT,
        /** Let it sign in by code. */
        PUBLIC_CLIENT,
        /** Put the user on its list. */
        ASSIGN,
        /** A policy blocks it. */
        POLICY,
        /** The computer is not managed. */
        DEVICE,
        /** Microsoft does not know the ids. */
        IDS,
        /** Something between this computer and Microsoft. */
        NETWORK,
        /** Whatever the code says. */
        REFUSED
    }

    private final Messages words;

    public Letters(Messages words) {
        this.words = words;
    }

    /**
     * @param registration empty: nothing to sign in with yet, and nothing but that or a way to Microsoft can be asked for
     * @param scopes what has to be allowed
     * @param code Microsoft's, empty when there is none
     */
    public Letter of(Topic topic, Optional<Registration> registration, Set<Scope> scopes, String code) {
        if (registration.isEmpty() && topic == Topic.NETWORK) {
            String what =
                    words.say("ui.letter.about.network", "", "", Cloud.GLOBAL.loginHost(), Cloud.GLOBAL.graphHost());
            return new Letter(words.say("ui.letter.subject"), words.say("ui.letter", what, ""));
        }
        return registration
                .filter(known -> topic != Topic.REGISTER)
                .map(known -> about(topic, known, scopes, code))
                .orElseGet(this::toRegister);
    }

    private Letter toRegister() {
        return new Letter(
                words.say("ui.letter.register.subject"),
                words.say("ui.letter.register", RegistrationScript.text(Optional.empty())));
    }

    private Letter about(Topic topic, Registration registration, Set<Scope> scopes, String code) {
        String what = words.say(
                "ui.letter.about." + topic.word(),
                registration.consentUrl(scopes).toString(),
                scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(", ")),
                registration.authorityUrl().getHost(),
                registration.graphUrl().getHost());
        String ids = words.say("ui.letter.ids", registration.clientId(), registration.tenant());
        String last = code.isEmpty() ? "" : words.say("ui.letter.code", code);
        return new Letter(words.say("ui.letter.subject"), words.say("ui.letter", what, ids + last));
    }
}
