package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Colours;
import dev.stockwright.fx.look.Faces;
import dev.stockwright.fx.look.Resource;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// The look of one scene: typefaces, Primer below, colours and `stockwright.css` over it. Follows
/// the system's light or dark until somebody chooses; changes at once, without a restart. The
/// system does not keep it: a scene that nobody holds any more goes, and its look with it.
public final class Look {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final Scene scene;
  private final ObservableValue<ColorScheme> system;
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
  private final ChangeListener<ColorScheme> systemChanged = (_, _, _) -> refresh();
  private Optional<Theme> chosen = Optional.empty();

  /// Dresses `scene` and keeps it dressed.
  public Look(Scene scene) {
    this(scene, Platform.getPreferences().colorSchemeProperty());
  }

  /// @param system what the system shows now, and when it changes
  Look(Scene scene, ObservableValue<ColorScheme> system) {
    this.scene = scene;
    this.system = system;
    Faces.load();
    Colours.below(scene, Resource.of(Look.class, "stockwright.css").toExternalForm());
    theme.subscribe(this::apply);
    scene.rootProperty().addListener((_, _, _) -> apply(theme.get()));
    system.addListener(new WeakChangeListener<>(systemChanged));
    refresh();
  }

  public ReadOnlyObjectProperty<Theme> theme() {
    return theme.getReadOnlyProperty();
  }

  /// What somebody has chosen; absent while the system decides.
  public Optional<Theme> chosen() {
    return chosen;
  }

  /// Stays with `wanted`, whatever the system says.
  public void choose(Theme wanted) {
    chosen = Optional.of(wanted);
    refresh();
  }

  /// Takes the other one; back on the system's own it follows the system again.
  public void toggle() {
    Theme wanted = theme.get().other();
    chosen = wanted == system() ? Optional.empty() : Optional.of(wanted);
    refresh();
  }

  private void refresh() {
    theme.set(chosen.orElseGet(this::system));
  }

  private Theme system() {
    return system.getValue() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
  }

  private void apply(Theme wanted) {
    scene.setUserAgentStylesheet(wanted.baseSheet());
    scene.getRoot().pseudoClassStateChanged(DARK, wanted == Theme.DARK);
  }
}
