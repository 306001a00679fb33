package dev.stockwright.vocabulary;

/// The thing that sends commands: a handheld, a floor app, a till, a program.
public record DeviceId(String code) {
  public DeviceId {
    Form.code("device", code, 64);
  }

  @Override
  public String toString() {
    return code;
  }
}
