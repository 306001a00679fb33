package dev.stockwright.vocabulary.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalLinkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://shop.example/01/09501101530003|(01)09501101530003",
        "https://shop.example/a/01/9501101530003/10/L%2F1?17=270131|(01)09501101530003(10)L/1(17)270131",
        "http://shop.example/00/106141412345678908?02=09501101530003&37=24"
            + "|(00)106141412345678908(02)09501101530003(37)24",
        "https://shop.example/01/09501101530003?campaign=x&99=A#top|(01)09501101530003(99)A",
        "https://shop.example/01/09501101530004|wrong_check_digit",
        "https://shop.example/01/09501101530003/21/S/10/L|wrong_qualifiers",
        "https://shop.example/01/09501101530003?10=L|not_in_query",
        "https://shop.example/menu/lunch|no_key",
        "https://shop.example/|no_key",
        "https://shop.example|no_path",
        "ftp://shop.example/01/09501101530003|no_web_address",
        "https://shop.example/01/0950110153000%|wrong_escape",
        "https://shop.example/01/0950110153000%003|wrong_escape",
        "https://shop.example/01/09501101530003?99=A&99=A|repeated",
        "https://shop.example/01/09501101530003?99=A+B|wrong_character",
        "https://sh op/01/09501101530003|wrong_character",
      })
  void linksAreRead(String uri, String expected) {
    String read =
        switch (DigitalLink.parse(uri)) {
          case Elements elements ->
              elements.list().stream()
                  .map(e -> "(" + e.ai().code() + ")" + e.value())
                  .collect(Collectors.joining());
          case Malformed fault -> fault.code();
        };
    assertEquals(expected, read);
  }
}
