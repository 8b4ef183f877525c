package app.ampel.doctor;

import app.ampel.account.Cloud;
import app.ampel.account.Registration;
import app.ampel.account.Scope;
import app.ampel.words.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A text for the administrator: what Ampel says, what it talks to, and how to allow it. Pure. */
public final class Plea {

    private static final String GRAPH = "https://graph.microsoft.com/";

    private Plea() {}

    /** For the user's own administrator, so it names app and organisation. */
    public static String of(Finding finding, Evidence evidence, Words words) {
        Optional<Registration> registration = evidence.find(Fact.SignIn.class).flatMap(Fact.SignIn::registration);
        Cloud cloud = registration.map(Registration::cloud).orElse(Cloud.GLOBAL);
        String said = new Saying(words, false).of(finding.what());
        String text = words.say("doctor.plea", said, cloud.loginHost(), cloud.graphHost());
        return registration
                .map(it -> text + "\n\n" + words.say("doctor.plea.app", it.clientId(), it.tenant(), consent(it)))
                .orElse(text);
    }

    private static String consent(Registration registration) {
        String scopes =
                Arrays.stream(Scope.values()).map(scope -> GRAPH + scope.word()).collect(Collectors.joining("%20"));
        return "https://" + registration.cloud().loginHost() + "/" + registration.tenant()
                + "/v2.0/adminconsent?client_id=" + registration.clientId() + "&scope=" + scopes
                + "&redirect_uri=http://localhost";
    }
}
