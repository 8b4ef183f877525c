package app.ampel.face.window.diagnostics;

import app.ampel.domain.light.UdevOutcome;
import app.ampel.face.window.kit.Page;
import app.ampel.face.window.kit.PageContext;
import app.ampel.face.window.kit.Parts;
import app.ampel.face.window.kit.Succession;
import app.ampel.face.window.signin.LetterPane;
import app.ampel.service.doctor.DoctorService;
import app.ampel.service.doctor.Severity;
import app.ampel.service.doctor.Step;
import app.ampel.service.engine.Snapshot;
import app.ampel.service.text.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Draws {@link DiagnosticsViewState}s. */
public final class DiagnosticsPage extends VBox implements Page {

    private final DiagnosticsModel model;
    private final Label headline = Parts.text("headline", Styles.TITLE_2);
    private final Label notice = Parts.notice("diagnostics-notice");
    private final ProgressBar progress = new ProgressBar();
    private final Button check;
    private final Button cancel;
    private final VBox todo = cards();
    private final VBox notes = cards();
    private final VBox notesSection;
    private final VBox fine = new VBox();
    private final TitledPane fineSection;
    private final TextArea report = new TextArea();
    private final VBox reportSection;
    private final LogPart log;
    private DiagnosticsViewState shown;

    /**
     * @param installRules puts the rules for USB lights in place; what came of it
     * @param toSignIn what "Sign in" does
     */
    public DiagnosticsPage(
            PageContext context,
            DoctorService doctor,
            Supplier<CompletableFuture<UdevOutcome>> installRules,
            Runnable toSignIn) {
        Messages words = context.words();
        model = new DiagnosticsModel(context, doctor, installRules, Parts::copy, toSignIn);
        getStyleClass().addAll("page", "diagnostics");
        check = Parts.button(new Button(words.say("doctor.check-again")), "check", model::check);
        cancel = Parts.button(new Button(words.say("doctor.cancel")), "cancel-check", model::cancel);
        progress.setId("progress");
        progress.setAccessibleText(words.say("doctor.checking"));
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        notesSection = section(words.say("doctor.notes"), notes);
        fine.getStyleClass().add("fine");
        fineSection = Parts.fold("fine", "", fine);
        reportSection = section(words.say("doctor.report"), reportParts(words));
        log = new LogPart(words, model, context.moved());
        getChildren()
                .addAll(
                        headline,
                        row("doing", progress, check, cancel),
                        notice,
                        new LetterPane(model.letter(), words),
                        todo,
                        notesSection,
                        fineSection,
                        reportSection,
                        section(words.say("doctor.log"), log));
        List.of(check, cancel, progress, todo, notesSection, fineSection, reportSection)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        Succession.after(check, () -> List.of(cancel));
        Succession.after(cancel, () -> List.of(check));
        model.viewStateProperty().addListener((property, before, now) -> show(now));
        show(model.viewState());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return check.isVisible() ? check : cancel;
    }

    @Override
    public void feed(Snapshot now) {
        model.open();
    }

    @Override
    public void tick() {
        model.tick();
    }

    @Override
    public boolean isMoving() {
        return model.isMoving();
    }

    @Override
    public void close() {
        model.cancel();
    }

    private Node[] reportParts(Messages words) {
        Label about = Parts.text("report-about", Styles.TEXT_MUTED);
        about.setText(words.say("doctor.report.about"));
        Button copy = Parts.button(new Button(words.say("doctor.report.copy")), "copy-report", model::copyReport);
        report.setId("report");
        report.setEditable(false);
        report.setPrefRowCount(14);
        report.setWrapText(true);
        report.setAccessibleText(words.say("doctor.report"));
        report.getStyleClass().add("typed");
        TitledPane preview = Parts.fold("preview", words.say("doctor.report.preview"), report);
        return new Node[] {about, row("left", copy), preview};
    }

    private static VBox cards() {
        VBox cards = new VBox();
        cards.getStyleClass().add("findings");
        return cards;
    }

    private static HBox row(String style, Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(style);
        return row;
    }

    private static VBox section(String title, Node... nodes) {
        Label label = new Label(title);
        label.getStyleClass().add(Styles.TITLE_4);
        VBox section = new VBox(label);
        section.getChildren().addAll(nodes);
        section.getStyleClass().add("section");
        return section;
    }

    private void show(DiagnosticsViewState face) {
        headline.setText(face.headline());
        boolean checking = face.progress().isPresent();
        progress.setVisible(checking);
        progress.setProgress(face.progress().orElse(0.0));
        cancel.setVisible(checking);
        check.setVisible(!checking);
        notice.setText(face.notice());
        showFindings(face);
        if (!report.getText().equals(face.report())) {
            report.setText(face.report());
        }
        reportSection.setVisible(!face.report().isEmpty());
        log.show(face.log());
        shown = face;
    }

    private void showFindings(DiagnosticsViewState face) {
        if (shown != null
                && shown.todo().equals(face.todo())
                && shown.notes().equals(face.notes())
                && shown.fine().equals(face.fine())) {
            return;
        }
        todo.getChildren().setAll(face.todo().stream().map(this::card).toList());
        todo.setVisible(!face.todo().isEmpty());
        notes.getChildren().setAll(face.notes().stream().map(this::card).toList());
        notesSection.setVisible(!face.notes().isEmpty());
        fine.getChildren()
                .setAll(face.fine().stream().map(DiagnosticsPage::sentence).toList());
        fineSection.setText(face.fineTitle());
        fineSection.setVisible(!face.fine().isEmpty());
    }

    private static Label sentence(String text) {
        Label label = Parts.text("fine-sentence");
        label.setText(text);
        return label;
    }

    private Node card(DiagnosticsViewState.Card card) {
        Label mark = new Label(card.mark());
        mark.getStyleClass().addAll("severity", "severity-" + card.severity().word());
        Label sentence = Parts.text("finding");
        sentence.setText(card.sentence());
        Label who = Parts.text("who", Styles.TEXT_MUTED);
        who.setText(card.who());
        VBox texts = new VBox(sentence, who);
        texts.getStyleClass().add("finding");
        HBox.setHgrow(texts, Priority.ALWAYS);
        card.next().ifPresent(next -> texts.getChildren().add(button(next, model::act)));
        return row(card.severity() == Severity.NOTE ? "note-card" : "finding-card", mark, texts);
    }

    private static Button button(DiagnosticsViewState.Next next, Consumer<Step> act) {
        String id = "next-" + next.step().kind().word();
        return Parts.button(new Button(next.text()), id, () -> act.accept(next.step()), Styles.SMALL);
    }
}
