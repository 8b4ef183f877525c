package app.ampel.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One line of the table.
 *
 * @param target what it is to stay below, empty where there is none
 */
record Row(String what, String measured, String target) {

    static Row of(String what, double value, String unit) {
        return new Row(what, number(value) + " " + unit, "");
    }

    Row target(String limit) {
        return new Row(what, measured, limit);
    }

    /** Three digits that count; a benchmark knows no more. */
    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        int decimals = (int) Math.max(0, Math.min(3, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-3)))));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String table(List<Row> rows) {
        int what = width(rows, Row::what);
        int measured = width(rows, Row::measured);
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(String.format(
                            Locale.ROOT,
                            "%-" + what + "s  %" + measured + "s  %s",
                            row.what,
                            row.measured,
                            row.target.isEmpty() ? "" : "(target " + row.target + ")")
                    .stripTrailing());
            text.append('\n');
        }
        return text.toString();
    }

    private static int width(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).mapToInt(String::length).max().orElse(1);
    }
}
