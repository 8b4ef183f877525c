package app.ampel.service.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One piece of a text about a registration: an id, a domain, what names them, or another word.
 *
 * @param kind what it is, or for a label what it is the label of
 * @param text of an id, a domain or a place, in lower case
 * @param isFirm whether a colon or an equals sign stands behind a label
 */
record RegistrationPiece(Kind kind, String text, boolean isLabel, boolean isFirm) {

    enum Kind {
        CLIENT,
        TENANT,
        /** The label of an id that is neither: of an object, a secret, a request. */
        OTHER,
        ID,
        DOMAIN,
        /** A tenant's id or domain that its surroundings show to be one: a part of an address, a domain of Microsoft's own. */
        PLACE,
        WORD
    }

    static final RegistrationPiece WORD = new RegistrationPiece(Kind.WORD, "", false, false);

    /** Longer than any page of the portal. */
    private static final int LONGEST = 65536;

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String DOMAIN = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,24}";
    private static final String COLON = "[\"')\\s]{0,9}[:=]";

    /** The first that matches wins. */
    private static final Pattern PIECES = Pattern.compile(String.join(
            "|",
            // Where somebody signs in, or looks at the portal.
            "(?:login\\.microsoftonline\\.(?:com|us)/|login\\.windows\\.net/|sts\\.windows\\.net/"
                    + "|(?:portal\\.azure|entra\\.microsoft)\\.(?:com|us)/#@)"
                    + "(?<place>" + ID + "|[a-z0-9.-]+)",
            "(?<![0-9a-z-])(?<id>" + ID + ")(?![0-9a-z-])",
            "(?<other>resource[\\s_-]*app(?:lication)?[\\s_-]*id"
                    + "|(?<![a-z])(?:obje[ck]t|secret|subscription|correlation|trace|request|session|key"
                    + "|abonnement|geheimnis|korrelations|anforderungs)[\\s_-]*id"
                    + "|(?<![a-z-])id(?=\"\\s*:))",
            "(?<client>(?<![a-z])(?:application|app)\\s*\\(client\\)(?:\\s*id)?"
                    + "|(?<![a-z])anwendungs-?id(?:\\s*\\(client\\))?"
                    + "|(?<![a-z])(?:client|app|application)[\\s_-]*id"
                    + "|(?<![a-z])(?:client|app|application|anwendung)(?=" + COLON + "|\\)))",
            "(?<tenant>(?<![a-z])directory\\s*\\(tenant\\)(?:\\s*id)?"
                    + "|(?<![a-z])(?:verzeichnis|directory)[\\s_-]*id(?:\\s*\\((?:mandant|tenant)\\))?"
                    + "|(?<![a-z])(?:home)?(?:tenant|mandant(?:en)?)[\\s_-]*id"
                    + "|publisherdomain|primary\\s+domain|prim\u00e4re\\s+dom\u00e4ne"
                    + "|(?<![a-z])(?:tenant|mandant)(?![a-z]))",
            "(?<!\\S)[a-z0-9._%+-]{1,64}@(?<address>" + DOMAIN + ")(?![a-z0-9-])",
            "(?<![a-z0-9.-])(?<own>[a-z0-9-]{1,63}\\.onmicrosoft\\.(?:com|us))(?![a-z0-9-])",
            "(?<![a-z0-9./@-])(?<domain>" + DOMAIN + "|organizations)(?![a-z0-9/-]|\\.[a-z0-9])",
            "[\\p{L}\\p{N}][\\p{L}\\p{N}'._-]*"));

    private static final Pattern FIRM = Pattern.compile(COLON);
    private static final Pattern ONE_ID = Pattern.compile(ID);

    /** Microsoft Graph itself, and the id of examples. */
    private static final Set<String> NOBODYS =
            Set.of("00000003-0000-0000-c000-000000000000", "00000000-0000-0000-0000-000000000000");

    static boolean isId(String text) {
        return ONE_ID.matcher(text).matches();
    }

    boolean isLabelOf(Kind what) {
        return isLabel && kind == what;
    }

    /** In their order; white space and punctuation are none. */
    static List<RegistrationPiece> of(String text) {
        String plain = plain(text);
        List<RegistrationPiece> pieces = new ArrayList<>();
        Matcher matcher = PIECES.matcher(plain);
        while (matcher.find()) {
            pieces.add(piece(matcher, plain));
        }
        return pieces;
    }

    /** Word processors put dashes of their own into ids, and mail programs what cannot be seen. */
    private static String plain(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return start.replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[\\u200B-\\u200D\\uFEFF\\u00AD]", "")
                .replace('\u00a0', ' ')
                .toLowerCase(Locale.ROOT);
    }

    private static RegistrationPiece piece(Matcher matcher, String text) {
        for (Kind kind : List.of(Kind.OTHER, Kind.CLIENT, Kind.TENANT)) {
            if (matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                boolean firm =
                        FIRM.matcher(text).region(matcher.end(), text.length()).lookingAt();
                return new RegistrationPiece(kind, "", true, firm);
            }
        }
        String place = matcher.group("place");
        if (place != null) {
            // "common", "organizations" and the like are nobody's.
            return isId(place) || place.contains(".") ? value(Kind.PLACE, place) : WORD;
        }
        String id = matcher.group("id");
        if (id != null) {
            return NOBODYS.contains(id) ? WORD : value(Kind.ID, id);
        }
        String own = matcher.group("own");
        return own != null ? value(Kind.PLACE, own) : domain(matcher);
    }

    private static RegistrationPiece domain(Matcher matcher) {
        String domain = matcher.group("domain") != null ? matcher.group("domain") : matcher.group("address");
        return domain == null ? WORD : value(Kind.DOMAIN, domain);
    }

    private static RegistrationPiece value(Kind kind, String text) {
        return new RegistrationPiece(kind, text, false, false);
    }
}
