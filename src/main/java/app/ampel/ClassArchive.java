package app.ampel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the classes of a list, and ends: {@code lib/archive} has the JVM put what is loaded then into one file. */
final class ClassArchive {

    private ClassArchive() {}

    /** @param arguments the list: a file with a class in each line, as {@code javafx/stage/Stage} */
    public static void main(String[] arguments) throws IOException {
        ClassLoader loader = ClassArchive.class.getClassLoader();
        for (String name : Files.readAllLines(Path.of(arguments[0]))) {
            try {
                Class.forName(name.replace('/', '.'), false, loader);
            } catch (ClassNotFoundException | LinkageError e) {
                // Of another version of Java or JavaFX: it is loaded when it is needed, as ever.
                continue;
            }
        }
    }
}
