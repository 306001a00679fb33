package dev.stockwright.server.masterdata.site;

/// A site that cannot be brought in, and why; nothing of it was. The message is a sentence for the
/// person who wrote it.
public final class SiteUnfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SiteUnfit(String message) {
    super(message);
  }
}
