package app.ampel;

/** The one place where every object is built, top to bottom: the program's table of contents. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("ampel");
    }
}
