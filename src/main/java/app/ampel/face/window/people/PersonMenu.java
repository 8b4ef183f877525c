package app.ampel.face.window.people;

import app.ampel.domain.people.Contact;
import app.ampel.domain.people.ContactList;
import app.ampel.face.window.people.PeopleViewState.Line;
import app.ampel.service.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with a line, as it is when the menu opens; an open menu stays as it is. */
final class PersonMenu {

    private final Messages words;
    private final PeopleModel model;
    private final PeopleActs acts;
    private final Consumer<String> look;
    private final Runnable manage;

    /**
     * @param look shows all of whoever has that id
     * @param manage leads to lists and searches
     */
    PersonMenu(Messages words, PeopleModel model, PeopleActs acts, Consumer<String> look, Runnable manage) {
        this.words = words;
        this.model = model;
        this.acts = acts;
        this.look = look;
        this.manage = manage;
    }

    /** Empty where nothing can be done. */
    List<MenuItem> of(Line line) {
        return switch (line.kind()) {
            case PERSON -> person(line);
            case GONE -> List.of(item("remove", () -> model.remove(line.id())));
            case REMOVED, SUGGESTED -> List.of();
        };
    }

    /** All of somebody. */
    void look(Line line) {
        if (line.kind() == PeopleViewState.Kind.PERSON) {
            look.accept(line.id());
        }
    }

    private List<MenuItem> person(Line line) {
        String id = line.id();
        return List.of(
                item("chat", () -> acts.chat(id, model.person(id))),
                item("call", () -> acts.call(id, model.person(id))),
                item("look", () -> look.accept(id)),
                line.awaited() ? item("tell.stop", () -> acts.stopTelling(id)) : tell(id),
                lists(model.whose(line)),
                new SeparatorMenuItem(),
                move("up", id, -1),
                move("down", id, 1),
                new SeparatorMenuItem(),
                item("remove", () -> model.remove(id)));
    }

    private MenuItem item(String name, Runnable verb) {
        MenuItem item = new MenuItem(words.say("ui.people." + name));
        item.setId("people-" + name);
        item.setOnAction(event -> verb.run());
        return item;
    }

    private MenuItem move(String name, String id, int by) {
        MenuItem item = item(name, () -> model.move(id, by));
        item.setDisable(!model.canMove());
        return item;
    }

    private Menu tell(String id) {
        Menu menu = new Menu(words.say("ui.people.tell"));
        menu.setId("people-tell");
        menu.setDisable(!model.canTell());
        TellOptions.ALL.forEach(option -> {
            MenuItem item = new MenuItem(TellOptions.text(option, words));
            item.setOnAction(event -> acts.tellMe(List.of(id), option));
            menu.getItems().add(item);
        });
        return menu;
    }

    private Menu lists(Contact contact) {
        Menu menu = new Menu(words.say("ui.people.lists"));
        List<MenuItem> items = new ArrayList<>();
        for (ContactList list : model.snapshot().lists()) {
            CheckMenuItem item = new CheckMenuItem(list.name());
            item.setMnemonicParsing(false);
            item.setSelected(list.contacts().stream().anyMatch(each -> each.id().equals(contact.id())));
            item.setOnAction(event -> acts.list(list, contact, item.isSelected()));
            items.add(item);
        }
        items.add(item("lists.manage", manage));
        menu.getItems().setAll(items);
        return menu;
    }
}
