package app.ampel.service.settings;

import app.ampel.service.settings.RegistrationPiece.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a client id and a tenant in whatever somebody pastes: a page of the portal, what {@code az} prints, an address,
 * an administrator's mail. What stands beside a value says what it is; two values are never told apart by guessing. Pure.
 */
public final class RegistrationText {

    /** Which of the two. */
    public enum Field {
        CLIENT_ID,
        TENANT
    }

    /** Why something was not taken. */
    public enum Doubt {
        /** There are ids, and nothing says which is which. */
        WHICH_IS_WHICH,
        /** More than one id is called a client id. */
        SEVERAL_CLIENT_IDS,
        /** More than one id or domain is called a tenant. */
        SEVERAL_TENANTS
    }

    /** What was found, and the one thing to be asked about it. */
    public record Found(Optional<String> clientId, Optional<String> tenant, Optional<Doubt> doubt) {
        public Found {
            Objects.requireNonNull(clientId);
            Objects.requireNonNull(tenant);
            Objects.requireNonNull(doubt);
        }
    }

    /** In commands to copy, and so in the answers to letters that have them. */
    private static final Set<String> EXAMPLES = Set.of("example.org", "example.com", "example.net");

    private final Set<String> clientIds = new LinkedHashSet<>();
    private final Set<String> tenants = new LinkedHashSet<>();
    private final Set<String> nameless = new LinkedHashSet<>();

    private RegistrationText() {}

    /** @param into where it was put: there a value that stands alone belongs */
    public static Found read(String text, Field into) {
        RegistrationText read = new RegistrationText();
        List<RegistrationPiece> pieces = RegistrationPiece.of(text);
        if (pieces.size() == 1 && pieces.get(0).kind() == Kind.DOMAIN) {
            return read.alone(pieces.get(0), into);
        }
        List<RegistrationPiece> open = read.withoutDomains(pieces);
        if (isLabelledBehind(open)) {
            for (int i = 0; i + 1 < open.size(); i += 2) {
                read.name(open.get(i), Optional.of(open.get(i + 1)));
            }
        } else {
            read.assign(startsWithId(open) ? firmLabelsOf(open) : open);
        }
        return read.found(into);
    }

    private Found alone(RegistrationPiece domain, Field into) {
        if (into == Field.TENANT) {
            tenants.add(domain.text());
        }
        return found();
    }

    /** Takes what its own surroundings call a tenant; of the others only ids can be what is looked for. */
    private List<RegistrationPiece> withoutDomains(List<RegistrationPiece> pieces) {
        List<RegistrationPiece> open = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            RegistrationPiece piece = pieces.get(i);
            boolean called = i > 0
                    && pieces.get(i - 1).isLabelOf(Kind.TENANT)
                    && (i == 1 || !pieces.get(i - 2).isLabel());
            boolean tenant = piece.kind() == Kind.PLACE || piece.kind() == Kind.DOMAIN && called;
            if (tenant && !EXAMPLES.contains(piece.text())) {
                tenants.add(piece.text());
            }
            boolean done = piece.kind() == Kind.PLACE || piece.kind() == Kind.DOMAIN;
            open.add(done ? RegistrationPiece.WORD : piece);
        }
        return open;
    }

    /** "1111… (client), 2222… (tenant)": id, label, id, label, and no label has a colon behind it. */
    private static boolean isLabelledBehind(List<RegistrationPiece> pieces) {
        boolean alternating = !pieces.isEmpty() && pieces.size() % 2 == 0;
        for (int i = 0; alternating && i < pieces.size(); i += 2) {
            alternating = pieces.get(i).kind() == Kind.ID
                    && pieces.get(i + 1).isLabel()
                    && !pieces.get(i + 1).isFirm();
        }
        return alternating;
    }

    private static boolean startsWithId(List<RegistrationPiece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.kind() != Kind.WORD)
                .findFirst()
                .filter(piece -> piece.kind() == Kind.ID)
                .isPresent();
    }

    /** Behind an id that stands first, a label may belong to either side; only a colon tells. */
    private static List<RegistrationPiece> firmLabelsOf(List<RegistrationPiece> pieces) {
        return pieces.stream()
                .map(piece -> piece.isLabel() && !piece.isFirm() ? RegistrationPiece.WORD : piece)
                .toList();
    }

    /** A label names what stands behind it. */
    private void assign(List<RegistrationPiece> pieces) {
        int from = 0;
        while (from < pieces.size()) {
            int values = from;
            while (values < pieces.size() && pieces.get(values).kind() != Kind.ID) {
                values++;
            }
            int end = values;
            while (end < pieces.size() && pieces.get(end).kind() == Kind.ID) {
                end++;
            }
            assign(pieces.subList(from, values), pieces.subList(values, end));
            from = end;
        }
    }

    /**
     * Labels in a row name as many ids in a row, as in a table. One label names one id, near by or not; where there are
     * labels of two kinds before it, only with a colon.
     */
    private void assign(List<RegistrationPiece> before, List<RegistrationPiece> ids) {
        List<RegistrationPiece> row = lastRow(before);
        boolean touching = !row.isEmpty() && before.get(before.size() - 1).isLabel();
        long kinds = before.stream()
                .filter(RegistrationPiece::isLabel)
                .map(RegistrationPiece::kind)
                .distinct()
                .count();
        boolean table = touching && row.size() > 1;
        boolean one = kinds == 1 || touching && row.get(0).isFirm();
        boolean named = row.size() == ids.size() && (table || one);
        for (int i = 0; i < ids.size(); i++) {
            name(ids.get(i), named ? Optional.of(row.get(i)) : Optional.empty());
        }
    }

    /** The labels nearest to the end that have nothing between them. */
    private static List<RegistrationPiece> lastRow(List<RegistrationPiece> before) {
        int end = before.size();
        while (end > 0 && !before.get(end - 1).isLabel()) {
            end--;
        }
        int start = end;
        while (start > 0 && before.get(start - 1).isLabel()) {
            start--;
        }
        return before.subList(start, end);
    }

    private void name(RegistrationPiece id, Optional<RegistrationPiece> label) {
        if (label.isEmpty()) {
            nameless.add(id.text());
        } else if (label.get().isLabelOf(Kind.CLIENT)) {
            clientIds.add(id.text());
        } else if (label.get().isLabelOf(Kind.TENANT)) {
            tenants.add(id.text());
        }
    }

    private Found found(Field into) {
        nameless.removeAll(clientIds);
        nameless.removeAll(tenants);
        if (clientIds.isEmpty() && tenants.isEmpty() && nameless.size() == 1) {
            (into == Field.CLIENT_ID ? clientIds : tenants).addAll(nameless);
            nameless.clear();
        }
        return found();
    }

    private Found found() {
        // An id and a domain of the same tenant often stand together; the id cannot be mistaken.
        if (tenants.stream().filter(RegistrationPiece::isId).count() == 1) {
            tenants.removeIf(tenant -> !RegistrationPiece.isId(tenant));
        }
        return new Found(only(clientIds), only(tenants), doubt());
    }

    private Optional<Doubt> doubt() {
        if (clientIds.size() > 1) {
            return Optional.of(Doubt.SEVERAL_CLIENT_IDS);
        }
        if (tenants.size() > 1) {
            return Optional.of(Doubt.SEVERAL_TENANTS);
        }
        boolean complete = clientIds.size() == 1 && tenants.size() == 1;
        return complete || nameless.isEmpty() ? Optional.empty() : Optional.of(Doubt.WHICH_IS_WHICH);
    }

    private static Optional<String> only(Set<String> values) {
        return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
    }
}
