package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.CheckDigit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Random values that are right, for every identifier of the table and drawn from the table itself,
/// and random damage to them. The same seed gives the same values. Public for the benchmarks.
public final class RandomElements {
  private static final List<String> LETTERS = List.of("DE", "FR", "US", "JP", "ZW");
  private static final List<String> PACKAGES = List.of("8", "PX", "CT", "200", "PLP");

  private final Random random;

  public RandomElements(long seed) {
    this.random = new Random(seed);
  }

  /// A value that the rules of the identifier allow.
  public String value(ApplicationIdentifier ai) {
    StringBuilder value = new StringBuilder();
    for (Component component : ai.row().form()) {
      if (component.optional() && random.nextInt(3) == 0) {
        break;
      }
      value.append(part(component));
    }
    return value.toString();
  }

  /// Some elements of different identifiers, in any order.
  public List<Element> elements(int most) {
    List<ApplicationIdentifier> all = ApplicationIdentifiers.all();
    List<Element> elements = new ArrayList<>();
    int count = 1 + random.nextInt(most);
    while (elements.size() < count) {
      ApplicationIdentifier ai = all.get(random.nextInt(all.size()));
      if (elements.stream().noneMatch(element -> element.ai() == ai)) {
        elements.add(new Element(ai, value(ai), 0));
      }
    }
    return elements;
  }

  /// What labels carry: 01 and some of 10, 17, 21, 30, 3103, 11, in any order.
  public List<Element> typical() {
    List<Element> elements = new ArrayList<>();
    for (String code : List.of("01", "10", "17", "21", "30", "3103", "11")) {
      if (code.equals("01") || random.nextBoolean()) {
        ApplicationIdentifier ai = ApplicationIdentifiers.known(code);
        elements.add(new Element(ai, value(ai), 0));
      }
    }
    Collections.shuffle(elements, random);
    return elements;
  }

  /// One character changed, inserted, taken out, two exchanged, cut, or doubled.
  public String damaged(String text, String alphabet) {
    int at = random.nextInt(text.length() + 1);
    char c = alphabet.charAt(random.nextInt(alphabet.length()));
    int rest = Math.min(at + 1, text.length());
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + c + text.substring(rest);
      case 1 -> text.substring(0, at) + c + text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(rest);
      case 3 -> text.substring(0, at);
      case 4 -> text + text;
      default ->
          at + 1 < text.length()
              ? text.substring(0, at)
                  + text.charAt(at + 1)
                  + text.charAt(at)
                  + text.substring(at + 2)
              : text.repeat(3);
    };
  }

  private String part(Component component) {
    while (true) {
      String part = candidate(component);
      if (component.checks().stream().allMatch(check -> check.holds(part, 0, part.length()))) {
        return part;
      }
    }
  }

  private String candidate(Component component) {
    int length = component.min() + random.nextInt(component.max() - component.min() + 1);
    ContentCheck check = component.checks().isEmpty() ? null : component.checks().getFirst();
    if (check == null) {
      return component.charset() == Charset.BASE64URL
          ? base64(length)
          : characters(component.charset(), length);
    }
    return switch (check) {
      case CHECK -> {
        String digits = characters(Charset.DIGITS, length - 1);
        yield digits + CheckDigit.of(digits);
      }
      case PAIR -> {
        String text = characters(Charset.SET_82, Math.max(1, length - 2));
        yield text + CheckPair.of(text, 0, text.length());
      }
      case IBAN -> iban(Math.max(11, length));
      case COUNTRY_LETTERS -> LETTERS.get(random.nextInt(LETTERS.size()));
      case PACKAGE -> PACKAGES.get(random.nextInt(PACKAGES.size()));
      case SEQUENCE -> (1 + random.nextInt(4)) + "/" + (5 + random.nextInt(5));
      case PERCENT -> characters(component.charset(), length).replace('%', '/');
      case MINUS -> "-";
      default -> characters(component.charset(), length);
    };
  }

  private String iban(int length) {
    String account = "GB00" + characters(Charset.SET_39, length - 4).replaceAll("[^0-9A-Z]", "0");
    int check = 98 - Iban.remainder(account, 0, length);
    return "GB" + String.format(Locale.ROOT, "%02d", check) + account.substring(4);
  }

  private String base64(int length) {
    String text = characters(Charset.BASE64URL, length).replace('=', 'A');
    boolean padded = length % 3 == 0 && random.nextInt(3) == 0;
    return padded ? text.substring(0, length - 1) + "=" : text;
  }

  private String characters(Charset charset, int length) {
    String all = charset.characters();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(all.charAt(random.nextInt(all.length())));
    }
    return text.toString();
  }
}
