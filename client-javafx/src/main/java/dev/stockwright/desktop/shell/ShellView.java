package dev.stockwright.desktop.shell;

import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.desktop.Screen;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.desktop.look.StatusBar;
import dev.stockwright.desktop.look.SyncPill;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Rail, top bar, the screen, status bar.
final class ShellView extends StackPane {
  private final ShellViewModel model;
  private final Speech words;
  private final Label title = Words.firm("", "title", "essential");
  private final Label context = Words.of("", "muted");
  private final BorderPane frame = new BorderPane();
  private final StackPane body = new StackPane();
  private final VBox strips = new VBox();
  private final Node rail;
  private final HelpSheet help;
  private Optional<Screen> front = Optional.empty();
  private Optional<Node> focused = Optional.empty();

  ShellView(ShellViewModel model, Map<Section, Screen> screens) {
    this.model = model;
    this.words = model.speech();
    rail = rail(screens);
    help = new HelpSheet(screens, words, () -> model.help().set(false));
    BorderPane inner = new BorderPane();
    inner.setTop(topBar());
    body.setId("body");
    body.setMinSize(0, 0);
    inner.setCenter(body);
    inner.setBottom(new VBox(strips, statusBar()));
    frame.setCenter(inner);
    getChildren().addAll(frame, help);
    model.signedIn().subscribe(in -> frame.setLeft(in ? rail : null));
    model.help().subscribe(this::showHelp);
    words.follow(() -> showHelp(model.help().get()));
  }

  void addStrip(Node strip) {
    strips.getChildren().add(strip);
  }

  /// Puts a screen into the frame.
  void show(Screen screen) {
    title.textProperty().unbind();
    title.textProperty().bind(screen.title());
    context.textProperty().unbind();
    context.textProperty().bind(screen.context());
    front = Optional.of(screen);
    body.getChildren().setAll(screen.node());
  }

  /// The keys of a screen can change with what it shows. What lies below the sheet cannot be
  /// reached by Tab, where nobody would see it; what had the focus has it again afterwards.
  private void showHelp(boolean wanted) {
    boolean opens = wanted && !help.isVisible();
    boolean closes = !wanted && help.isVisible();
    if (wanted) {
      front.ifPresent(help::show);
    }
    if (opens) {
      focused = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    }
    help.setVisible(wanted);
    frame.setDisable(wanted);
    if (opens) {
      help.takeFocus();
    }
    if (closes) {
      focused.ifPresent(Node::requestFocus);
      focused = Optional.empty();
    }
  }

  private Node topBar() {
    Label person = Words.firm("", "essential");
    person.setGraphic(new Glyph(Pictogram.USER, 20));
    person.setGraphicTextGap(8);
    person
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.signedIn().get()
                        ? model.user().get() + " · " + model.device().get()
                        : model.device().get(),
                model.signedIn(),
                model.user(),
                model.device()));
    Button lock = new Button("", new Glyph(Pictogram.LOCK, 20));
    lock.setId("lock");
    lock.getStyleClass().addAll("quiet", "icon-only");
    lock.accessibleTextProperty().bind(words.keyed(FramePhrase.LOCK_DESK, "Ctrl L"));
    lock.setOnAction(_ -> model.lock());
    lock.visibleProperty().bind(model.signedIn());
    lock.managedProperty().bind(model.signedIn());
    SyncPill pill =
        new SyncPill(
            model.sync(),
            words,
            () -> {
              if (model.signedIn().get()) {
                model.section().set(Section.ATTENTION);
              }
            });
    HBox bar = new HBox(title, context, Words.space(), person, lock, pill);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("top-bar");
    return bar;
  }

  private Node rail(Map<Section, Screen> screens) {
    StackPane head = new StackPane(Words.firm("S", "logo"));
    head.getStyleClass().add("rail-head");
    VBox rail = new VBox(head);
    rail.setId("rail");
    rail.getStyleClass().add("rail");
    ToggleGroup group = new ToggleGroup();
    for (Section section : Section.values()) {
      Optional.ofNullable(screens.get(section))
          .ifPresent(screen -> rail.getChildren().add(railButton(section, screen.inRail(), group)));
    }
    return rail;
  }

  private ToggleButton railButton(
      Section section, ObservableValue<String> name, ToggleGroup group) {
    ToggleButton button = new ToggleButton("", new Glyph(section.icon(), 24));
    button.textProperty().bind(name);
    button.setId("section-" + section.name().toLowerCase(java.util.Locale.ROOT));
    button.getStyleClass().setAll("rail-button");
    button.setToggleGroup(group);
    button
        .accessibleTextProperty()
        .bind(name.map(said -> words.say(FramePhrase.KEYED, said, "Ctrl " + section.number())));
    button.setOnAction(
        _ -> {
          button.setSelected(true);
          model.section().set(section);
        });
    model.section().subscribe(now -> button.setSelected(now == section));
    return button;
  }

  private Node statusBar() {
    Label where = Words.firm("");
    where.textProperty().bind(model.warehouse());
    Button keys = new Button("", Words.key("F1"));
    keys.textProperty().bind(words.of(FramePhrase.HELP));
    keys.setId("help-button");
    keys.getStyleClass().setAll("help-button");
    keys.accessibleTextProperty().bind(words.keyed(FramePhrase.ALL_KEYS, "F1"));
    keys.setMinWidth(USE_PREF_SIZE);
    keys.setOnAction(_ -> model.help().set(true));
    HBox end = new HBox(where, keys);
    end.setAlignment(Pos.CENTER_LEFT);
    end.getStyleClass().add("status-end");
    return new StatusBar(model.status(), end);
  }
}
