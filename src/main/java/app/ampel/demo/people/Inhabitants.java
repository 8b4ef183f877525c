package app.ampel.demo.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forty, their rooms and groups; and as many more as a measurement needs. */
final class Inhabitants {

    private static final String DOMAIN = "muster.example";

    /** Given name, surname, department, job title. */
    private static final List<String> FORTY = List.of(
            "Anna|Becker|Human Resources|Head of HR",
            "Tobias|Krüger|Human Resources|HR business partner",
            "Priya|Sharma|Human Resources|Recruiter",
            "Lena|Vogt|Human Resources|Payroll specialist",
            "George|Whitfield|Human Resources|HR business partner",
            "Jonas|Weber|IT|Head of IT",
            "Mehmet|Yılmaz|IT|Service desk",
            "Sophie|Turner|IT|Service desk",
            "Paul|Schröder|IT|Service desk",
            "Oliver|Grant|IT|Network engineer",
            "Nadja|Petrović|IT|System administrator",
            "Katharina|Bauer|Engineering|Head of engineering",
            "Felix|Hoffmann|Engineering|Software engineer",
            "Emily|Carter|Engineering|Software engineer",
            "Thomas|Müller|Engineering|Test engineer",
            "Julia|Neumann|Engineering|Software architect",
            "Daniel|O'Brien|Engineering|Software engineer",
            "Yuki|Tanaka|Engineering|Firmware engineer",
            "Marie-Luise|Graf|Engineering|Technical writer",
            "Lukas|Zimmermann|Engineering|Software engineer",
            "Clara|Lindner|Design|Head of design",
            "Ben|Ashworth|Design|Product designer",
            "Leonie|Fuchs|Design|User researcher",
            "Samuel|Adeyemi|Design|Motion designer",
            "Heike|Schulz|Finance|Head of finance",
            "Thomas|Müller|Finance|Controller",
            "Grace|Holloway|Finance|Accountant",
            "Dieter|Kaiser|Finance|Accountant",
            "Charlotte|Wood|Sales|Head of sales",
            "Maximilian|Braun|Sales|Account manager",
            "Aisha|Rahman|Sales|Account manager",
            "Stefan|Lang|Sales|Sales engineer",
            "Harriet|Cole|Sales|Account manager",
            "Jürgen|Roth|Sales|Inside sales",
            "Ingrid|Sommer|Legal|General counsel",
            "William|Pryce|Legal|Data protection officer",
            "Sabine|Engel|Management|Managing director",
            "Andrew|Mercer|Management|Chief operating officer",
            "Petra|Winkler|Facilities|Office manager",
            "Noah|Fischer|Facilities|Caretaker");

    private static final List<String> GIVEN = List.of(
            "Anna", "Ben", "Carla", "David", "Eva", "Frank", "Gina", "Hannes", "Ida", "Jan", "Kathrin", "Leon", "Mia",
            "Nico", "Olga", "Peter", "Rosa", "Simon", "Tina", "Uwe", "Vera", "Walter", "Yvonne", "Zoe", "Alice",
            "Brian", "Chloe", "Edward", "Fiona", "Graham", "Helen", "Ian", "Jane", "Kevin", "Laura", "Mark", "Nora",
            "Oscar", "Pamela", "Ralph");
    private static final List<String> SURNAMES = List.of(
            "Albrecht",
            "Bergmann",
            "Conrad",
            "Dietrich",
            "Ebert",
            "Franke",
            "Günther",
            "Haas",
            "Jäger",
            "Keller",
            "Lorenz",
            "Möller",
            "Nagel",
            "Otto",
            "Pfeiffer",
            "Richter",
            "Seidel",
            "Thiel",
            "Ullrich",
            "Voss",
            "Winter",
            "Ziegler",
            "Barker",
            "Clarke",
            "Dawson",
            "Ellis",
            "Foster",
            "Gibson",
            "Hughes",
            "Jennings",
            "Knight",
            "Lawson",
            "Marsh",
            "Norris",
            "Palmer",
            "Quinn",
            "Reeves",
            "Stone",
            "Tucker",
            "Wallace");
    private static final List<String> DEPARTMENTS =
            List.of("Engineering", "Sales", "Finance", "Service", "Logistics", "Production", "IT", "Human Resources");

    private Inhabitants() {}

    static List<Colleague> forty() {
        List<Colleague> people = new ArrayList<>();
        for (String line : FORTY) {
            String[] part = line.split("\\|");
            String plain = plain(part[0]) + "." + plain(part[1]);
            boolean taken = people.stream().anyMatch(who -> who.username().startsWith(plain + "@"));
            people.add(
                    Colleague.employee(part[0], part[1], plain + (taken ? "2" : "") + "@" + DOMAIN, part[2], part[3]));
        }
        reply(people, "Priya Sharma", "Back on Monday. Urgent? Please ask Tobias Krüger.");
        reply(people, "Stefan Lang", "Ich bin bis Freitag auf der Messe und lese selten Mails.");
        people.add(Colleague.employee("Ralf", "Ehemals", "ralf.ehemals@" + DOMAIN, "Sales", "Account manager")
                .disabled());
        people.add(Colleague.technical(Colleague.Role.ROOM, "Room 4, by the window", "room4@" + DOMAIN));
        people.add(Colleague.technical(Colleague.Role.ROOM, "Raum Zugspitze", "zugspitze@" + DOMAIN));
        people.add(Colleague.technical(Colleague.Role.SHARED_MAILBOX, "Info", "info@" + DOMAIN));
        people.add(Colleague.guest("Maja", "Novak", "maja.novak@agentur.example", DOMAIN));
        people.add(Colleague.guest("Richard", "Doe", "richard.doe@customer.example", DOMAIN));
        return people;
    }

    private static void reply(List<Colleague> people, String name, String text) {
        people.replaceAll(who -> who.displayName().equals(name) ? who.outOfOffice(text) : who);
    }

    /**
     * Owners and members in all their kinds: a service principal among the owners, a group within a group, one without
     * owners, one that only its members may look into.
     *
     * @param self who is signed in
     */
    static List<ColleagueGroup> groups(Colleague self) {
        String desk = Colleague.idOf("IT service desk");
        return List.of(
                group(
                        "HR questions",
                        ids("Anna Becker", "Tobias Krüger", "Priya Sharma", "Lena Vogt", "George Whitfield"),
                        List.of(id("Anna Becker"), id("Tobias Krüger"), Colleague.idOf("service principal")),
                        false),
                group(
                        "IT",
                        with(ids("Jonas Weber", "Oliver Grant", "Nadja Petrović"), desk),
                        ids("Jonas Weber"),
                        false),
                group("IT service desk", ids("Mehmet Yılmaz", "Sophie Turner", "Paul Schröder"), List.of(), false),
                group(
                        "Design team",
                        with(ids("Clara Lindner", "Ben Ashworth", "Leonie Fuchs", "Samuel Adeyemi"), self.id()),
                        ids("Clara Lindner"),
                        false),
                group(
                        "Works council",
                        ids("Petra Winkler", "Felix Hoffmann", "Aisha Rahman"),
                        ids("Petra Winkler"),
                        true));
    }

    private static ColleagueGroup group(String name, List<String> members, List<String> owners, boolean hidden) {
        String mail = plain(name).replace(' ', '-') + "@" + DOMAIN;
        return new ColleagueGroup(Colleague.idOf(name), name, Optional.of(mail), members, owners, hidden);
    }

    private static List<String> with(List<String> ids, String more) {
        List<String> all = new ArrayList<>(ids);
        all.add(more);
        return all;
    }

    private static List<String> ids(String... names) {
        return List.of(names).stream().map(Inhabitants::id).toList();
    }

    private static String id(String name) {
        return forty().stream()
                .filter(who -> who.displayName().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Employees beyond the forty; many share a name, as they do in a large company. */
    static Colleague another(int number) {
        String given = GIVEN.get(number % GIVEN.size());
        String surname = SURNAMES.get(number / GIVEN.size() % SURNAMES.size());
        String username = plain(given) + "." + plain(surname) + (1000 + number) + "@" + DOMAIN;
        String department = DEPARTMENTS.get(number / 7 % DEPARTMENTS.size());
        return Colleague.employee(given, surname, username, department, "Specialist");
    }

    /** As in an address: small letters without marks. */
    private static String plain(String name) {
        String spelt = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ı", "i")
                .replace("'", "");
        return Normalizer.normalize(spelt, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
