package dev.stockwright.vocabulary.gs1;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Code lists of ISO 3166 and ISO 4217. They stand here because what a JDK knows differs from
/// release to release, and a label must read the same everywhere.
final class IsoCodes {
  private static final Set<String> COUNTRY_NUMBERS =
      words(
          """
          004 008 010 012 016 020 024 028 031 032 036 040 044 048 050 051 052 056 060 064 068 070
          072 074 076 084 086 090 092 096 100 104 108 112 116 120 124 132 136 140 144 148 152 156
          158 162 166 170 174 175 178 180 184 188 191 192 196 203 204 208 212 214 218 222 226 231
          232 233 234 238 239 242 246 248 250 254 258 260 262 266 268 270 275 276 288 292 296 300
          304 308 312 316 320 324 328 332 334 336 340 344 348 352 356 360 364 368 372 376 380 384
          388 392 398 400 404 408 410 414 417 418 422 426 428 430 434 438 440 442 446 450 454 458
          462 466 470 474 478 480 484 492 496 498 499 500 504 508 512 516 520 524 528 531 533 534
          535 540 548 554 558 562 566 570 574 578 580 581 583 584 585 586 591 598 600 604 608 612
          616 620 624 626 630 634 638 642 643 646 652 654 659 660 662 663 666 670 674 678 682 686
          688 690 694 702 703 704 705 706 710 716 724 728 729 732 740 744 748 752 756 760 762 764
          768 772 776 780 784 788 792 795 796 798 800 804 807 818 826 831 832 833 834 840 850 854
          858 860 862 876 882 887 894
          """);

  private static final Set<String> COUNTRY_LETTERS =
      words(
          """
          AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO
          BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ
          DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
          GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG
          KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML
          MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE
          PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL
          SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM
          US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
          """);

  /// Number and letters, those among them that ended in the last years and are still on labels.
  private static final Map<String, String> CURRENCIES =
      words(
              """
              008ALL 012DZD 032ARS 036AUD 044BSD 048BHD 050BDT 051AMD 052BBD 060BMD 064BTN 068BOB
              072BWP 084BZD 090SBD 096BND 104MMK 108BIF 116KHR 124CAD 132CVE 136KYD 144LKR 152CLP
              156CNY 170COP 174KMF 188CRC 191HRK 192CUP 203CZK 208DKK 214DOP 222SVC 230ETB 232ERN
              238FKP 242FJD 262DJF 270GMD 292GIP 320GTQ 324GNF 328GYD 332HTG 340HNL 344HKD 348HUF
              352ISK 356INR 360IDR 364IRR 368IQD 376ILS 388JMD 392JPY 396XAD 398KZT 400JOD 404KES
              408KPW 410KRW 414KWD 417KGS 418LAK 422LBP 426LSL 430LRD 434LYD 446MOP 454MWK 458MYR
              462MVR 480MUR 484MXN 496MNT 498MDL 504MAD 512OMR 516NAD 524NPR 532XCG 533AWG 548VUV
              554NZD 558NIO 566NGN 578NOK 586PKR 590PAB 598PGK 600PYG 604PEN 608PHP 634QAR 643RUB
              646RWF 654SHP 682SAR 690SCR 694SLL 702SGD 704VND 706SOS 710ZAR 728SSP 748SZL 752SEK
              756CHF 760SYP 764THB 776TOP 780TTD 784AED 788TND 800UGX 807MKD 818EGP 826GBP 834TZS
              840USD 858UYU 860UZS 882WST 886YER 901TWD 924ZWG 925SLE 927UYW 928VES 929MRU 930STN
              931CUC 932ZWL 933BYN 934TMT 936GHS 938SDG 940UYI 941RSD 943MZN 944AZN 946RON 947CHE
              948CHW 949TRY 950XAF 951XCD 952XOF 953XPF 955XBA 956XBB 957XBC 958XBD 959XAU 960XDR
              961XAG 962XPT 963XTS 964XPD 965XUA 967ZMW 968SRD 969MGA 970COU 971AFN 972TJS 973AOA
              975BGN 976CDF 977BAM 978EUR 979MXV 980UAH 981GEL 984BOV 985PLN 986BRL 990CLF 994XSU
              997USN 999XXX
              """)
          .stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  currency -> currency.substring(0, 3), currency -> currency.substring(3)));

  private IsoCodes() {}

  static boolean country(String text, int from, int to) {
    return COUNTRY_NUMBERS.contains(text.substring(from, to));
  }

  static boolean countryLetters(String text, int from, int to) {
    return COUNTRY_LETTERS.contains(text.substring(from, to));
  }

  static boolean currency(String text, int from, int to) {
    return CURRENCIES.containsKey(text.substring(from, to));
  }

  /// The letters of a currency number, such as `EUR` of `978`.
  static Optional<String> currencyLetters(String number) {
    return Optional.ofNullable(CURRENCIES.get(number));
  }

  private static Set<String> words(String text) {
    return Stream.of(text.trim().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
