package dev.stockwright.vocabulary.epc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.gs1.ElementString;
import dev.stockwright.vocabulary.gs1.Elements;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpcTest {
  private static final String TEXT =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  private static final List<EpcScheme> SCHEMES = List.copyOf(EnumSet.allOf(EpcScheme.class));
  private static final String PART = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /// The examples of the Tag Data Standard 1.13, appendix E.3: each way, and the elements.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3074257BF7194E4000001A85 | sgtin-96:3.0614141.812345.6789 | sgtin:0614141.812345.6789 | (01)80614141123458(21)6789
          3674257BF6B7A659B2C2BF100000000000000000000000000000 | sgtin-198:3.0614141.712345.32a%2Fb | sgtin:0614141.712345.32a%2Fb | (01)70614141123451(21)32a/b
          3174257BF4499602D2000000 | sscc-96:3.0614141.1234567890 | sscc:0614141.1234567890 | (00)106141412345678908
          3274257BF460720000000190 | sgln-96:3.0614141.12345.400 | sgln:0614141.12345.400 | (414)0614141123452(254)400
          3974257BF46072CD9615F8800000000000000000000000000000 | sgln-195:3.0614141.12345.32a%2Fb | sgln:0614141.12345.32a%2Fb | (414)0614141123452(254)32a/b
          3374257BF40C0E400000162E | grai-96:3.0614141.12345.5678 | grai:0614141.12345.5678 | (8003)006141411234525678
          3774257BF40C0E59B2C2BF1000000000000000000000 | grai-170:3.0614141.12345.32a%2Fb | grai:0614141.12345.32a%2Fb | (8003)0061414112345232a/b
          3474257BF40000000000162E | giai-96:3.0614141.5678 | giai:0614141.5678 | (8004)06141415678
          3874257BF59B2C2BF10000000000000000000000000000000000 | giai-202:3.0614141.32a%2Fb | giai:0614141.32a%2Fb | (8004)061414132a/b
          2D74257BF4499602D2000000 | gsrn-96:3.0614141.1234567890 | gsrn:0614141.1234567890 | (8018)061414112345678902
          2E74257BF4499602D2000000 | gsrnp-96:3.0614141.1234567890 | gsrnp:0614141.1234567890 | (8017)061414112345678902
          2C74257BF46072000000162E | gdti-96:3.0614141.12345.5678 | gdti:0614141.12345.5678 | (253)06141411234525678
          3C74257BF400C0E680003039 | cpi-96:3.0614141.98765.12345 | cpi:0614141.98765.12345 | (8010)061414198765(8011)12345
          3D74257BF75411DEF6B4CC00000003039000 | cpi-var:3.0614141.5PQ7%2FZ43.12345 | cpi:0614141.5PQ7%2FZ43.12345 | (8010)06141415PQ7/Z43(8011)12345
          """)
  void theStandardsExamples(String hex, String tagUri, String idUri, String bracketed) {
    EpcTag tag = assertInstanceOf(EpcTag.class, TagRead.ofHex(hex));
    assertEquals("urn:epc:tag:" + tagUri, tag.uri());
    assertEquals("urn:epc:id:" + idUri, tag.epc().uri());
    assertEquals(bracketed, bracketed(tag.epc().elements()));
    assertEquals(tag, EpcTag.ofUri(tag.uri()));
    assertEquals(tag.epc(), Epc.ofUri(tag.epc().uri()));
    assertEquals(
        words(hex), tag.hex(), "with zeros to the next word of 16 bits, as tags are written");
    Elements elements = assertInstanceOf(Elements.class, ElementString.parseBracketed(bracketed));
    assertEquals(Optional.of(tag.epc()), Epc.of(elements, 7));
  }

  @Test
  void aCompanyPrefixOfTwelveDigitsLeavesNoneForThePlace() {
    EpcTag tag =
        assertInstanceOf(EpcTag.class, EpcTag.ofUri("urn:epc:tag:sgln-96:0.614141123456..0"));
    assertEquals("urn:epc:id:sgln:614141123456..0", tag.epc().uri());
    assertEquals(tag, TagRead.ofHex(tag.hex()));
    assertEquals("(414)6141411234562", bracketed(tag.epc().elements()), "0 is no extension");
  }

  @Test
  void theSameThingIsTheSameWhateverItsTagSays() {
    Epc epc = (Epc) Epc.ofUri("urn:epc:id:sgtin:0614141.812345.6789");
    TagRead one = EpcTag.of(EpcScheme.SGTIN_96, 1, epc);
    TagRead other = EpcTag.of(EpcScheme.SGTIN_198, 3, epc);
    assertNotEquals(one, other);
    assertEquals(
        ((EpcTag) TagRead.ofHex(((EpcTag) one).hex())).epc(),
        ((EpcTag) TagRead.ofHex(((EpcTag) other).hex())).epc());
  }

  /// Section 14.4: what a tag must not hold.
  @ParameterizedTest
  @CsvSource({
    "307C257BF7194E4000001A85, wrong_partition",
    "3074257BF7194E4000001A, too_short",
    "3073FFFFFFFFFFFFFFFFFFFF, company_prefix_too_large",
    "307BFFFFF7194E4000001A85, company_prefix_too_large",
    "3074257BFFFFFFC000001A85, reference_too_large",
    "3174257BF4499602D2000001, reserved_bits",
    "3174257BFFFFFFFFFF000000, reference_too_large",
    "3263FFFFFFFFFC0000000190, company_prefix_too_large",
    "3674257BF6B7A60000000000000000000000000000000000, too_short",
    "3674257BF6B7A600000000000000000000000000000000000000, empty_text",
    "3674257BF6B7A659B2C2BF100000000000000000000000001000, bits_behind_the_end",
    "3674257BF6B7A659B2C2BF100000000000000000000000000001, bits_behind_the_end",
    "3674257BF6B7A604B2C2BF100000000000000000000000000000, wrong_character",
    "3D74257BF75411DEF6B4CC, too_short",
    "3D74257BFFFFFFFFFFFFFFFFFFFFFF, too_short",
    "3D74257BF400000003039000, wrong_reference",
    "3, too_short",
    "'', empty",
    "30GG, no_hex"
  })
  void aTagWithAFaultIsRefused(String hex, String code) {
    assertEquals(code, assertInstanceOf(MalformedEpc.class, TagRead.ofHex(hex)).code());
  }

  @Test
  void moreThanATagCanHoldIsRefused() {
    MalformedEpc fault =
        assertInstanceOf(MalformedEpc.class, TagRead.ofHex("30" + "0".repeat(100_000)));
    assertEquals("too_long", fault.code());
  }

  @ParameterizedTest
  @CsvSource({
    "F74257BF7194E4000001A850, NEWER_SCHEME, sgtin+",
    "FB00000000, NEWER_SCHEME, dsgtin+",
    "E7395211, NEWER_SCHEME, gsrn++",
    "35000000000000000000000A, UNUSED_SCHEME, gid-96",
    "E28011606000020000000001, BLANK, 'the chip''s own number, as on a tag never written'",
    "000000000000000000000000, BLANK, a blank tag",
    "AABB, UNKNOWN, no scheme of the standard"
  })
  void whatIsNotReadIsNamedAndKept(String hex, OtherTag.Sort sort, String what) {
    assertEquals(new OtherTag(sort, what, hex.toLowerCase(Locale.ROOT)), TagRead.ofHex(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "urn:epc:id:sgtin:0614141.812345.6789/1, wrong_escape",
    "urn:epc:id:sgtin:0614141.812345.67%2, wrong_escape",
    "urn:epc:id:sgtin:0614141.812345, parts_missing",
    "urn:epc:id:sgtin:0614141.81234.1, wrong_reference",
    "urn:epc:id:sgtin:061414x.812345.1, wrong_company_prefix",
    "urn:epc:id:sgtin:0614141.812345.123456789012345678901, wrong_serial",
    "urn:epc:id:sscc:0614141.1234567890.1, wrong_reference",
    "urn:epc:id:cpi:0614141.98765.012, wrong_serial",
    "urn:epc:id:nothing:1.2, unknown_kind",
    "urn:epc:tag:sgtin-96:3.0614141.812345.6789, no_uri",
    "https://id.gs1.org/01/1, no_uri"
  })
  void aUriWithAFaultIsRefused(String uri, String code) {
    assertEquals(code, assertInstanceOf(MalformedEpc.class, Epc.ofUri(uri)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "urn:epc:tag:sgtin-96:3.0614141.812345.0123, wrong_serial",
    "urn:epc:tag:sgtin-96:3.0614141.812345.ABC, wrong_serial",
    "urn:epc:tag:sgtin-96:3.0614141.812345.274877906944, wrong_serial",
    "urn:epc:tag:sgtin-96:8.0614141.812345.1, wrong_filter",
    "urn:epc:tag:sgtin-97:3.0614141.812345.1, unknown_scheme",
    "urn:epc:tag:giai-96:3.0614141.0123, reference_too_large",
    "urn:epc:tag:cpi-96:3.0614141.ABC.1, reference_too_large"
  })
  void aTagUriThatItsSchemeCannotHoldIsRefused(String uri, String code) {
    assertEquals(code, assertInstanceOf(MalformedEpc.class, EpcTag.ofUri(uri)).code());
  }

  /// Any EPC that its scheme can hold comes back the same: by bits, by both URIs, by elements.
  @Test
  void everyTagComesBackTheSame() {
    SplittableRandom random = new SplittableRandom(96);
    int held = 0;
    for (int i = 0; i < 60_000; i++) {
      EpcScheme scheme = SCHEMES.get(i % SCHEMES.size());
      Epc epc = any(scheme, random);
      if (EpcTag.of(scheme, random.nextInt(8), epc) instanceof EpcTag tag) {
        held++;
        assertEquals(tag, TagRead.ofHex(tag.hex()), tag::uri);
        assertEquals(tag, EpcTag.ofUri(tag.uri()), tag::uri);
        assertEquals(epc, Epc.ofUri(epc.uri()), tag::uri);
        assertEquals(
            Optional.of(epc), Epc.of(epc.elements(), epc.companyPrefix().length()), tag::uri);
      }
    }
    assertTrue(held > 55_000, () -> "too few can be held");
  }

  /// Any bits are read or refused, and what is read is written with the same bits.
  @Test
  void anyBitsAreReadOrRefused() {
    SplittableRandom random = new SplittableRandom(7);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder hex = new StringBuilder();
      if (random.nextInt(4) > 0) {
        EpcScheme scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        hex.append("%02x".formatted(scheme.header()));
      }
      for (int digits = random.nextInt(70); digits > 0; digits--) {
        hex.append(Character.forDigit(random.nextInt(3) == 0 ? 0 : random.nextInt(16), 16));
      }
      if (TagRead.ofHex(hex.toString()) instanceof EpcTag tag) {
        read++;
        assertEquals(words(hex.toString()), pad(tag.hex(), words(hex.toString()).length()));
      }
    }
    assertTrue(read > 100, "hardly any was read");
  }

  private static Epc any(EpcScheme scheme, SplittableRandom random) {
    EpcKind kind = scheme.kind();
    int company = 6 + random.nextInt(7);
    String prefix = digits(random, company);
    int length = kind.referenceLength(company);
    String reference =
        scheme.numberReference()
            ? number(random, scheme.numberReferenceMax(company))
            : kind == EpcKind.CPI
                ? some(random, PART, 1 + random.nextInt(length))
                : kind == EpcKind.GIAI
                    ? some(random, TEXT, 1 + random.nextInt(length))
                    : digits(random, length);
    String serial =
        switch (kind.serial()) {
          case NONE -> "";
          case NUMBER -> number(random, 9);
          case TEXT ->
              scheme.form() == EpcScheme.Form.NUMBER
                  ? number(random, 11)
                  : some(random, TEXT, 1 + random.nextInt(kind.serialMax()));
        };
    return new Epc(kind, prefix, reference, serial);
  }

  private static String digits(SplittableRandom random, int length) {
    return some(random, "0123456789", length);
  }

  private static String number(SplittableRandom random, int most) {
    return Long.toString(Long.parseLong(digits(random, 1 + random.nextInt(Math.min(most, 17)))));
  }

  private static String some(SplittableRandom random, String from, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }

  private static String words(String hex) {
    return pad(hex.toLowerCase(Locale.ROOT), (hex.length() + 3) / 4 * 4);
  }

  private static String pad(String hex, int length) {
    return hex + "0".repeat(Math.max(0, length - hex.length()));
  }

  private static String bracketed(Elements elements) {
    return elements.list().stream()
        .map(element -> "(" + element.ai().code() + ")" + element.value())
        .collect(Collectors.joining());
  }
}
