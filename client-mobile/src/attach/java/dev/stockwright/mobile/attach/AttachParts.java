package dev.stockwright.mobile.attach;

import com.gluonhq.attach.audio.AudioService;
import com.gluonhq.attach.display.DisplayService;
import com.gluonhq.attach.lifecycle.LifecycleService;
import com.gluonhq.attach.storage.StorageService;
import dev.stockwright.fx.sound.Audio;
import dev.stockwright.mobile.DeviceParts;
import dev.stockwright.mobile.platform.Display;
import dev.stockwright.mobile.platform.FolderStorage;
import dev.stockwright.mobile.platform.Lifecycle;
import dev.stockwright.mobile.platform.PrivateStorage;
import dev.stockwright.mobile.platform.WindowLifecycle;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;

/// What Attach finds on the device; each service may be absent.
public final class AttachParts implements DeviceParts {
  @Override
  public boolean canDraw() {
    return true;
  }

  @Override
  public Optional<PrivateStorage> storage() {
    return folder().map(folder -> new FolderStorage(folder.resolve("stockwright")));
  }

  private static Optional<Path> folder() {
    return StorageService.create().flatMap(StorageService::getPrivateStorage).map(f -> f.toPath());
  }

  /// On a computer the window stands for it, since Attach hears nothing there.
  @Override
  public Lifecycle lifecycle(Stage window) {
    return LifecycleService.create()
        .filter(service -> display().whole())
        .<Lifecycle>map(AttachLifecycle::new)
        .orElseGet(() -> new WindowLifecycle(window));
  }

  @Override
  public Display display() {
    return DisplayService.create().<Display>map(AttachDisplay::new).orElse(Display.WINDOW);
  }

  @Override
  public Audio audio() {
    Optional<AudioService> service = AudioService.create();
    Optional<Path> folder = folder();
    return service.isPresent() && folder.isPresent()
        ? new AttachAudio(service.get(), folder.get().resolve("tones"))
        : Audio.SILENT;
  }
}
