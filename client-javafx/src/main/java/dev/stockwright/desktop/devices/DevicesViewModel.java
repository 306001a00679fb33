package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.fx.look.Delay;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The devices of this desk, what the chosen one sent, and the wizard while one is set up. Owned by
/// the JavaFX thread.
public final class DevicesViewModel {
  /// So many frames are kept of each device.
  public static final int FRAMES_MAX = 20;

  private static final Duration TICK = Duration.ofMillis(100);

  private final DevicesActions actions;
  private final Delay delay;
  private final Speech speech;
  private final LongSupplier nanos;
  private final ObservableList<DeviceRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<DeviceRow>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<String, ObservableList<FrameLine>> frames = new HashMap<>();
  private final ReadOnlyObjectWrapper<Optional<WizardViewModel>> wizard =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final PairingViewModel pairing;
  private String wizardsId = "";

  /// `nanos` never goes back; the wizard measures pauses with it.
  public DevicesViewModel(DevicesActions actions, Delay delay, LongSupplier nanos, Speech speech) {
    this.speech = speech;
    this.actions = actions;
    this.delay = delay;
    this.nanos = nanos;
    this.pairing = new PairingViewModel(actions::pairHandheld, speech, delay, nanos);
  }

  /// A handheld that is paired from here.
  public PairingViewModel pairing() {
    return pairing;
  }

  Speech speech() {
    return speech;
  }

  /// In the order in which they came.
  public ObservableList<DeviceRow> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<Optional<DeviceRow>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// What happened last on this screen, such as a profile that is now used; empty when nothing.
  public ReadOnlyStringProperty news() {
    return news.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<WizardViewModel>> wizard() {
    return wizard.getReadOnlyProperty();
  }

  /// What a device sent, newest first; always the same list.
  public ObservableList<FrameLine> frames(String id) {
    return frames.computeIfAbsent(id, _ -> FXCollections.observableArrayList());
  }

  /// A device is now like this.
  public void show(DeviceRow row) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).id().equals(row.id())) {
        if (!rows.get(i).equals(row)) {
          rows.set(i, row);
          keepChosen(row);
        }
        return;
      }
    }
    rows.add(row);
    if (chosen.get().isEmpty()) {
      chosen.set(Optional.of(row));
    }
  }

  private void keepChosen(DeviceRow row) {
    if (chosen.get().filter(was -> was.id().equals(row.id())).isPresent()) {
      chosen.set(Optional.of(row));
    }
  }

  /// A device sent this.
  public void sent(String id, FrameLine frame) {
    ObservableList<FrameLine> kept = frames(id);
    kept.addFirst(frame);
    if (kept.size() > FRAMES_MAX) {
      kept.removeLast();
    }
  }

  /// A device sent these, the newest last. At once, since hundreds of tags arrive together.
  public void sent(String id, List<FrameLine> newer) {
    frames(id)
        .setAll(
            Stream.concat(newer.reversed().stream(), frames(id).stream())
                .limit(FRAMES_MAX)
                .toList());
  }

  /// A device that is tried out sent characters.
  public void came(String id, String characters, long atNanos) {
    if (id.equals(wizardsId)) {
      wizard.get().ifPresent(open -> open.came(characters, atNanos));
    }
  }

  public void choose(String id) {
    rows.stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .ifPresent(row -> chosen.set(Optional.of(row)));
  }

  public void moveSelection(int by) {
    if (rows.isEmpty() || wizard.get().isPresent()) {
      return;
    }
    int at = chosen.get().map(row -> ids().indexOf(row.id())).orElse(-1);
    chosen.set(Optional.of(rows.get(at < 0 ? 0 : Math.clamp(at + (long) by, 0, rows.size() - 1))));
  }

  private List<String> ids() {
    return rows.stream().map(DeviceRow::id).toList();
  }

  /// Begins to set up the chosen device; does nothing where there is nothing to set.
  public void setUp() {
    if (wizard.get().isPresent() || pairing.page().get().isPresent()) {
      return;
    }
    chosen.get().ifPresent(row -> row.profile().ifPresent(profile -> open(row.id(), profile)));
  }

  private void open(String id, ScannerProfile profile) {
    WizardViewModel opened = new WizardViewModel(profile, speech);
    news.set("");
    wizardsId = id;
    wizard.set(Optional.of(opened));
    actions.tryOut(id);
    tick(opened);
  }

  private void tick(WizardViewModel open) {
    if (wizard.get().filter(open::equals).isPresent()) {
      open.quiet(nanos.getAsLong());
      delay.after(TICK, () -> tick(open));
    }
  }

  public void skip() {
    wizard.get().ifPresent(WizardViewModel::skip);
  }

  /// Begins the test codes again, or has a new code made for a handheld.
  public void restart() {
    wizard.get().ifPresent(WizardViewModel::restart);
    if (pairing.page().get().isPresent()) {
      pairing.open();
    }
  }

  /// Somebody wants to pair a handheld.
  public void pairHandheld() {
    if (wizard.get().isEmpty() && pairing.page().get().isEmpty()) {
      pairing.open();
    }
  }

  /// Takes the profile that the wizard proposes, and leaves the wizard.
  public void useProfile() {
    Optional<ScannerProfile> profile = wizard.get().flatMap(WizardViewModel::usable);
    if (profile.isPresent()) {
      String id = wizardsId;
      leave();
      actions.use(id, profile.get());
      news.set(speech.say(EquipmentPhrase.PROFILE_IN_USE, profile.get().name()));
    }
  }

  /// Leaves the wizard, and the code of a handheld; nothing has changed. False when there was none.
  public boolean escape() {
    boolean open = wizard.get().isPresent();
    leave();
    return pairing.close() || open;
  }

  private void leave() {
    if (wizard.get().isPresent()) {
      wizard.set(Optional.empty());
      actions.stopTryingOut(wizardsId);
      wizardsId = "";
    }
  }

  /// Whether a device is being set up.
  public boolean isSettingUp() {
    return wizard.get().isPresent();
  }
}
