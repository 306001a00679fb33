package dev.stockwright.fx.sound;

/// Where samples are heard. A device without sound has [#SILENT]; colour, picture and words still
/// say everything.
public interface Audio extends AutoCloseable {
  /// Samples a second: signed, 16 bits, low byte first, one channel.
  int RATE = 22_050;

  Audio SILENT =
      new Audio() {
        @Override
        public boolean available() {
          return false;
        }

        @Override
        public void play(byte[] samples) {}

        @Override
        public void close() {}
      };

  /// Whether anything can be heard, for the settings.
  boolean available();

  /// Plays it soon and returns at once.
  void play(byte[] samples);

  @Override
  void close();
}
