package dev.stockwright.desktop.stock;

import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Words;
import dev.stockwright.fx.look.Glyph;
import dev.stockwright.fx.look.Pictogram;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/// One warehouse or all: a row of choices, in the screen itself; nothing where there is no choice.
final class StockScopes extends FlowPane {
  private final StockViewModel model;

  StockScopes(StockViewModel model) {
    super(8, 8);
    this.model = model;
    setId("scopes");
    getStyleClass().add("columns-row");
    setAlignment(Pos.CENTER_LEFT);
    model.scopes().addListener((ListChangeListener<StockScope>) _ -> fill());
    model.scope().subscribe(_ -> follow());
    fill();
  }

  private void fill() {
    boolean any = model.scopes().size() > 1;
    setVisible(any);
    setManaged(any);
    getChildren().setAll(model.scopes().stream().map(this::choice).toList());
    getChildren().add(Words.key("Ctrl+Tab"));
    follow();
  }

  private ToggleButton choice(StockScope scope) {
    ToggleButton choice = new ToggleButton();
    scope
        .one()
        .ifPresentOrElse(
            where -> {
              choice.setText(where.code());
              choice
                  .accessibleTextProperty()
                  .bind(model.speech().of(StockPhrase.SHOW_STOCK_OF, where.code()));
            },
            () -> {
              choice.textProperty().bind(model.speech().of(StockPhrase.ALL_WAREHOUSES));
              choice
                  .accessibleTextProperty()
                  .bind(
                      model
                          .speech()
                          .of(StockPhrase.SHOW_STOCK_OF, Text.of(StockPhrase.ALL_WAREHOUSES)));
            });
    choice.setId("scope-" + scope.text());
    choice.getStyleClass().setAll("column-toggle");
    choice.setMinWidth(USE_PREF_SIZE);
    choice.setUserData(scope);
    choice.setOnAction(
        _ -> {
          follow(); // it is as the screen is, until that changes
          model.look(scope);
        });
    return choice;
  }

  private void follow() {
    Optional<StockScope> now = model.scope().get();
    for (Node each : getChildren()) {
      if (each instanceof ToggleButton choice) {
        boolean shown = now.filter(scope -> scope.equals(choice.getUserData())).isPresent();
        choice.setSelected(shown);
        choice.setGraphic(new Glyph(shown ? Pictogram.CHECK : Pictogram.WAREHOUSE, 16));
      }
    }
  }
}
