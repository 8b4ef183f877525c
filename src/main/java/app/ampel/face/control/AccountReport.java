package app.ampel.face.control;

import app.ampel.domain.account.Account;
import app.ampel.domain.account.Profile;
import app.ampel.domain.account.Scope;
import app.ampel.service.text.Messages;
import app.ampel.service.text.Phrases;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Who is signed in, for people and for programs. Pure. */
public final class AccountReport {

    private AccountReport() {}

    /** An answer with the members {@code account} and {@code text}. */
    public static ObjectNode of(Profile who, Account.TokenPlace place, Messages words) {
        ObjectNode answer = LineStarts.ok();
        ObjectNode account = answer.putObject("account")
                .put("state", "signed-in")
                .put("name", who.name())
                .put("username", who.username())
                .put("organisation", who.organisation())
                .put("tenantId", who.tenantId())
                .put("objectId", who.objectId());
        Phrases phrases = new Phrases(words);
        List<Scope> granted = who.scopes().stream().sorted().toList();
        ArrayNode scopes = account.putArray("scopes");
        granted.stream().map(Scope::word).forEach(scopes::add);
        ObjectNode purposes = account.putObject("purposes");
        granted.forEach(scope -> purposes.put(scope.word(), phrases.purpose(scope)));
        String kept = place.word();
        account.put("tokens", kept);
        ArrayNode text = answer.putArray("text")
                .add(phrases.who(who))
                .add(words.say("account.organisation", Phrases.tame(who.organisation()), Phrases.tame(who.tenantId())))
                .add(words.say("account.scopes"));
        granted.forEach(scope -> text.add("  " + phrases.scope(scope)));
        text.add(words.say("account.tokens", words.say("token-place." + kept)));
        return answer;
    }
}
