package app.ampel.cli;

import app.ampel.account.Cloud;
import app.ampel.light.Effect;
import app.ampel.manual.Choice;
import app.ampel.naming.Word;
import app.ampel.sentence.Phrases;
import java.util.ArrayList;
import java.util.Collection;

/** The words among which somebody chooses, for completion in a shell; what is typed is looked at by {@link Values}. */
class Candidates extends ArrayList<String> {

    private static final long serialVersionUID = 1;

    private Candidates(Collection<String> words) {
        super(words);
    }

    static final class States extends Candidates {

        private static final long serialVersionUID = 1;

        States() {
            super(Word.all(Choice.class));
        }
    }

    static final class Effects extends Candidates {

        private static final long serialVersionUID = 1;

        Effects() {
            super(Word.all(Effect.class));
        }
    }

    static final class Clouds extends Candidates {

        private static final long serialVersionUID = 1;

        Clouds() {
            super(Word.all(Cloud.class));
        }
    }

    /** What a light can be told to show. */
    static final class Colours extends Candidates {

        private static final long serialVersionUID = 1;

        Colours() {
            super(Phrases.NAMED.keySet());
            addAll(Values.NO_COLOURS);
        }
    }
}
