package dev.stockwright.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that ends in a refusal when it is too large.
final class LimitedBody extends FilterInputStream {
  private final int most;
  private long read;

  LimitedBody(InputStream in, int most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int some = super.read(buffer, offset, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int more) {
    read += more;
    if (read > most) {
      throw new RequestRefused(Request.tooLarge(most));
    }
  }
}
