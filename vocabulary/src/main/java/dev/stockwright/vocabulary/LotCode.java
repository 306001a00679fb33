package dev.stockwright.vocabulary;

/// Goods made together (GS1 AI 10 allows 20 characters; suppliers without GS1 use up to 40).
public record LotCode(String code) {
  public LotCode {
    Form.printable("lot", code, 40);
  }

  @Override
  public String toString() {
    return code;
  }
}
