package dev.stockwright.vocabulary.gs1;

/// The application identifiers as data: number or range of numbers, form, title, rules.
///
/// Behind the number, `=` says that the length is predefined, so that no separator is needed, and
/// `?` that the identifier may stand in the query of a GS1 Digital Link.
///
/// The form lists the components: `N6` six digits, `X..20` one to twenty characters of the set of
/// 82, `Y` the set of 39, `Z` base64url; `?` marks a component that may be missing; each `:name`
/// is a [ContentCheck]. The title is the one of the GS1 General Specifications.
///
/// The rules, where `n` stands for any digit:
///
/// | rule | means |
/// |---|---|
/// | `with:01,8006+21` | one of these must stand in the same data, a sum as a whole |
/// | `not:37,310n` | none of these others may |
/// | `serial:253` | where that one stands, it must carry its part that may be missing |
/// | `key:22,10,21/235` | a primary key of a link, with the orders of its qualifiers |
/// | `measure:kg`, `temperature:°C` | a [Reading] in that unit |
/// | `amount`, `percent`, `count` | a [Reading] of that kind |
///
/// The facts are those of the release of 2026-01-27 of the GS1 Barcode Syntax Dictionary. Not held:
/// the contents of coupons (8110, 8112) and company prefixes (no list of prefixes is kept).
final class AiTable {
  private AiTable() {}

  static final String ROWS =
      """
      00=? | N18:check | SSCC | key
      01=? | N14:check | GTIN | not:255,37 key:22,10,21/235
      02=? | N14:check | CONTENT | not:01,03 with:37
      03= | N14:check | MTO GTIN | not:01,02,37
      10? | X..20 | BATCH/LOT | with:01,02,03,8006,8026
      11=? | N6:date | PROD DATE | with:01,02,03,8006,8026
      12=? | N6:date | DUE DATE | with:8020
      13=? | N6:date | PACK DATE | with:01,02,03,8006,8026
      15=? | N6:date | BEST BEFORE or BEST BY | with:01,02,03,8006,8026
      16=? | N6:date | SELL BY | with:01,02,03,8006,8026
      17=? | N6:date | USE BY or EXPIRY | with:01,02,03,255,8006,8026
      20=? | N2 | VARIANT | with:01,02,8006,8026
      21 | X..20 | SERIAL | with:01,03,8006 not:235
      22 | X..20 | CPV | with:01
      235 | X..28 | TPX | with:01
      240? | X..30 | ADDITIONAL ID | with:01,02,8006,8026
      241? | X..30 | CUST. PART No. | with:01,02,8006,8026
      242? | N..6 | MTO VARIANT | with:01,02,8006,8026
      243? | X..20 | PCN | with:01
      250? | X..30 | SECONDARY SERIAL | with:01,8006 with:21
      251? | X..30 | REF. TO SOURCE | with:01,8006
      253? | N13:check X..17? | GDTI | key
      254 | X..20 | GLN EXTENSION COMPONENT | with:414
      255? | N13:check N..12? | GCN | key not:01,02,415,8006,8020,8026
      30? | N..8 | VAR. COUNT | with:01,02 count
      3100-3105=? | N6 | NET WEIGHT (kg) | with:01,02 not:310n measure:kg
      3110-3115=? | N6 | LENGTH (m) | with:01,02 not:311n measure:m
      3120-3125=? | N6 | WIDTH (m) | with:01,02 not:312n measure:m
      3130-3135=? | N6 | HEIGHT (m) | with:01,02 not:313n measure:m
      3140-3145=? | N6 | AREA (m²) | with:01,02 not:314n measure:m²
      3150-3155=? | N6 | NET VOLUME (l) | with:01,02 not:315n measure:l
      3160-3165=? | N6 | NET VOLUME (m³) | with:01,02 not:316n measure:m³
      3200-3205=? | N6 | NET WEIGHT (lb) | with:01,02 not:320n measure:lb
      3210-3215=? | N6 | LENGTH (in) | with:01,02 not:321n measure:in
      3220-3225=? | N6 | LENGTH (ft) | with:01,02 not:322n measure:ft
      3230-3235=? | N6 | LENGTH (yd) | with:01,02 not:323n measure:yd
      3240-3245=? | N6 | WIDTH (in) | with:01,02 not:324n measure:in
      3250-3255=? | N6 | WIDTH (ft) | with:01,02 not:325n measure:ft
      3260-3265=? | N6 | WIDTH (yd) | with:01,02 not:326n measure:yd
      3270-3275=? | N6 | HEIGHT (in) | with:01,02 not:327n measure:in
      3280-3285=? | N6 | HEIGHT (ft) | with:01,02 not:328n measure:ft
      3290-3295=? | N6 | HEIGHT (yd) | with:01,02 not:329n measure:yd
      3300-3305=? | N6 | GROSS WEIGHT (kg) | with:00,01 not:330n measure:kg
      3310-3315=? | N6 | LENGTH (m), log | with:00,01 not:331n measure:m
      3320-3325=? | N6 | WIDTH (m), log | with:00,01 not:332n measure:m
      3330-3335=? | N6 | HEIGHT (m), log | with:00,01 not:333n measure:m
      3340-3345=? | N6 | AREA (m²), log | with:00,01 not:334n measure:m²
      3350-3355=? | N6 | VOLUME (l), log | with:00,01 not:335n measure:l
      3360-3365=? | N6 | VOLUME (m³), log | with:00,01 not:336n measure:m³
      3370-3375=? | N6 | KG PER m² | with:01 not:337n measure:kg/m²
      3400-3405=? | N6 | GROSS WEIGHT (lb) | with:00,01 not:340n measure:lb
      3410-3415=? | N6 | LENGTH (in), log | with:00,01 not:341n measure:in
      3420-3425=? | N6 | LENGTH (ft), log | with:00,01 not:342n measure:ft
      3430-3435=? | N6 | LENGTH (yd), log | with:00,01 not:343n measure:yd
      3440-3445=? | N6 | WIDTH (in), log | with:00,01 not:344n measure:in
      3450-3455=? | N6 | WIDTH (ft), log | with:00,01 not:345n measure:ft
      3460-3465=? | N6 | WIDTH (yd), log | with:00,01 not:346n measure:yd
      3470-3475=? | N6 | HEIGHT (in), log | with:00,01 not:347n measure:in
      3480-3485=? | N6 | HEIGHT (ft), log | with:00,01 not:348n measure:ft
      3490-3495=? | N6 | HEIGHT (yd), log | with:00,01 not:349n measure:yd
      3500-3505=? | N6 | AREA (in²) | with:01,02 not:350n measure:in²
      3510-3515=? | N6 | AREA (ft²) | with:01,02 not:351n measure:ft²
      3520-3525=? | N6 | AREA (yd²) | with:01,02 not:352n measure:yd²
      3530-3535=? | N6 | AREA (in²), log | with:00,01 not:353n measure:in²
      3540-3545=? | N6 | AREA (ft²), log | with:00,01 not:354n measure:ft²
      3550-3555=? | N6 | AREA (yd²), log | with:00,01 not:355n measure:yd²
      3560-3565=? | N6 | NET WEIGHT (tr oz) | with:01,02 not:356n measure:oz_tr
      3570-3575=? | N6 | NET VOLUME (oz) | with:01,02 not:357n measure:fl_oz
      3600-3605=? | N6 | NET VOLUME (qt (US)) | with:01,02 not:360n measure:qt
      3610-3615=? | N6 | NET VOLUME (gal.) | with:01,02 not:361n measure:gal
      3620-3625=? | N6 | VOLUME (qt (US)), log | with:00,01 not:362n measure:qt
      3630-3635=? | N6 | VOLUME (gal (US)), log | with:00,01 not:363n measure:gal
      3640-3645=? | N6 | NET VOLUME (in³) | with:01,02 not:364n measure:in³
      3650-3655=? | N6 | NET VOLUME (ft³) | with:01,02 not:365n measure:ft³
      3660-3665=? | N6 | NET VOLUME (yd³) | with:01,02 not:366n measure:yd³
      3670-3675=? | N6 | VOLUME (in³), log | with:00,01 not:367n measure:in³
      3680-3685=? | N6 | VOLUME (ft³), log | with:00,01 not:368n measure:ft³
      3690-3695=? | N6 | VOLUME (yd³), log | with:00,01 not:369n measure:yd³
      37? | N..8 | COUNT | with:00 with:02,8026 count
      3900-3909? | N..15 | AMOUNT | with:255,8020 not:390n,391n,394n,8111 amount
      3910-3919? | N3:currency N..15 | AMOUNT | with:8020 not:391n amount
      3920-3929? | N..15 | PRICE | with:01 with:30,31nn,32nn,35nn,36nn not:392n,393n amount
      3930-3939? | N3:currency N..15 | PRICE | with:30,31nn,32nn,35nn,36nn not:393n amount
      3940-3943? | N4 | PRCNT OFF | with:255 not:394n,8111 percent
      3950-3955? | N6 | PRICE/UoM | with:30,31nn,32nn,35nn,36nn not:392n,393n,395n,8005 amount
      400? | X..30 | ORDER NUMBER |
      401? | X..30 | GINC | key
      402? | N17:check | GSIN | key
      403? | X..30 | ROUTE | with:00
      410=? | N13:check | SHIP TO LOC |
      411=? | N13:check | BILL TO |
      412=? | N13:check | PURCHASE FROM |
      413=? | N13:check | SHIP FOR LOC |
      414=? | N13:check | LOC No. | key:254/7040
      415=? | N13:check | PAY TO | with:8020 key:8020
      416=? | N13:check | PROD/SERV LOC |
      417=? | N13:check | PARTY | key:7040
      420? | X..20 | SHIP TO POST | not:421
      421? | N3:country X..9 | SHIP TO POST | not:4307
      422? | N3:country | ORIGIN | with:01,02,8006,8026 not:426
      423? | N3:country N3?:country N3?:country N3?:country N3?:country \
          | COUNTRY - INITIAL PROCESS | with:01,02 not:426
      424? | N3:country | COUNTRY - PROCESS | with:01,02 not:426
      425? | N3:country N3?:country N3?:country N3?:country N3?:country | COUNTRY - DISASSEMBLY | \
          with:01,02 not:426
      426? | N3:country | COUNTRY - FULL PROCESS | with:01,02
      427? | X..3 | ORIGIN SUBDIVISION | with:01,02 with:422
      4300? | X..35:percent | SHIP TO COMP | with:00
      4301? | X..35:percent | SHIP TO NAME | with:00
      4302? | X..70:percent | SHIP TO ADD1 | with:00
      4303? | X..70:percent | SHIP TO ADD2 | with:4302
      4304? | X..70:percent | SHIP TO SUB | with:00
      4305? | X..70:percent | SHIP TO LOC | with:00
      4306? | X..70:percent | SHIP TO REG | with:00
      4307? | X2:country_letters | SHIP TO COUNTRY | with:00
      4308? | X..30 | SHIP TO PHONE | with:00
      4309? | N10:latitude N10:longitude | SHIP TO GEO | with:00
      4310? | X..35:percent | RTN TO COMP | with:00
      4311? | X..35:percent | RTN TO NAME | with:00
      4312? | X..70:percent | RTN TO ADD1 | with:00
      4313? | X..70:percent | RTN TO ADD2 | with:4312
      4314? | X..70:percent | RTN TO SUB | with:00
      4315? | X..70:percent | RTN TO LOC | with:00
      4316? | X..70:percent | RTN TO REG | with:00
      4317? | X2:country_letters | RTN TO COUNTRY | with:00
      4318? | X..20 | RTN TO POST | with:00
      4319? | X..30 | RTN TO PHONE | with:00
      4320? | X..35:percent | SRV DESCRIPTION | with:00
      4321? | N1:flag | DANGEROUS GOODS | with:00
      4322? | N1:flag | AUTH TO LEAVE | with:00
      4323? | N1:flag | SIG REQUIRED | with:00
      4324? | N6:date N4:time | NOT BEF DEL DT | with:00
      4325? | N6:date N4:time | NOT AFT DEL DT | with:00
      4326? | N6:day | REL DATE | with:00
      4330? | N6 X1?:minus | MAX TEMP F. | with:00 not:4331 temperature:°F
      4331? | N6 X1?:minus | MAX TEMP C. | with:00 not:4330 temperature:°C
      4332? | N6 X1?:minus | MIN TEMP F. | with:00 not:4333 temperature:°F
      4333? | N6 X1?:minus | MIN TEMP C. | with:00 not:4332 temperature:°C
      7001? | N13 | NSN | with:01,02,8006,8026
      7002? | X..30 | MEAT CUT | with:01,02
      7003? | N6:day N4:time | EXPIRY TIME | with:01,02
      7004? | N..4 | ACTIVE POTENCY | with:01+10
      7005? | X..12 | CATCH AREA | with:01,02
      7006? | N6:day | FIRST FREEZE DATE | with:01,02
      7007? | N6:day N6?:day | HARVEST DATE | with:01,02
      7008? | X..3 | AQUATIC SPECIES | with:01,02
      7009? | X..10 | FISHING GEAR TYPE | with:01,02
      7010? | X..2 | PROD METHOD | with:01,02
      7011? | N6:day N4?:time | TEST BY DATE | with:01,02
      7020? | X..20 | REFURB LOT | with:01,8006 with:416
      7021? | X..20 | FUNC STAT | with:01,8006
      7022? | X..20 | REV STAT | with:7021
      7023? | X..30 | GIAI - ASSEMBLY |
      7030? | N3:country_or_999 X..27 | PROCESSOR # 0 | with:01,02
      7031? | N3:country_or_999 X..27 | PROCESSOR # 1 | with:01,02
      7032? | N3:country_or_999 X..27 | PROCESSOR # 2 | with:01,02
      7033? | N3:country_or_999 X..27 | PROCESSOR # 3 | with:01,02
      7034? | N3:country_or_999 X..27 | PROCESSOR # 4 | with:01,02
      7035? | N3:country_or_999 X..27 | PROCESSOR # 5 | with:01,02
      7036? | N3:country_or_999 X..27 | PROCESSOR # 6 | with:01,02
      7037? | N3:country_or_999 X..27 | PROCESSOR # 7 | with:01,02
      7038? | N3:country_or_999 X..27 | PROCESSOR # 8 | with:01,02
      7039? | N3:country_or_999 X..27 | PROCESSOR # 9 | with:01,02
      7040 | N1 X1 X1 X1:importer | UIC+EXT |
      7041 | X..4:package | UFRGT UNIT TYPE | with:00
      710? | X..20 | NHRN PZN | with:01
      711? | X..20 | NHRN CIP | with:01
      712? | X..20 | NHRN CN | with:01
      713? | X..20 | NHRN DRN | with:01
      714? | X..20 | NHRN AIM | with:01
      715? | X..20 | NHRN NDC | with:01
      716? | X..20 | NHRN AIC | with:01
      717? | X..20 | NHRN SRN | with:01
      7230? | X2 X..28 | CERT # 1 | with:01,8004
      7231? | X2 X..28 | CERT # 2 | with:01,8004
      7232? | X2 X..28 | CERT # 3 | with:01,8004
      7233? | X2 X..28 | CERT # 4 | with:01,8004
      7234? | X2 X..28 | CERT # 5 | with:01,8004
      7235? | X2 X..28 | CERT # 6 | with:01,8004
      7236? | X2 X..28 | CERT # 7 | with:01,8004
      7237? | X2 X..28 | CERT # 8 | with:01,8004
      7238? | X2 X..28 | CERT # 9 | with:01,8004
      7239? | X2 X..28 | CERT # 10 | with:01,8004
      7240? | X..20 | PROTOCOL | with:01,8006
      7241? | N2:media | AIDC MEDIA TYPE | with:8017,8018
      7242? | X..25 | VCN | with:8017,8018
      7250? | N8:born | DOB | with:8018 not:7251
      7251? | N8:born N4:time | DOB TIME | with:8018 not:7250
      7252? | N1:sex | BIO SEX | with:8018
      7253? | X..40:percent | FAMILY NAME | with:8017,8018 not:7256,7259
      7254? | X..40:percent | GIVEN NAME | with:8017,8018 not:7256,7259
      7255? | X..10 | SUFFIX | with:8017,8018 not:7256,7259
      7256? | X..90:percent | FULL NAME | with:8017,8018
      7257? | X..70:percent | PERSON ADDR | with:8018
      7258? | X3:sequence | BIRTH SEQUENCE | with:8018+7259
      7259? | X..40:percent | BABY | with:8018 not:7256
      8001? | N4:not_zero N5:not_zero N3:not_zero N1:winding N1 | DIMENSIONS | with:01
      8002? | X..20 | CMT No. |
      8003? | N1:zero N13:check X..16? | GRAI | key
      8004? | X..30 | GIAI | key:7040
      8005? | N6 | PRICE PER UNIT | with:01,02
      8006? | N14:check N4:pieces | ITIP | not:01,37 key:22,10,21
      8007? | X..34:iban | IBAN | with:415
      8008? | N6:day N2:hour N2?:minute N2?:minute | PROD TIME | with:01,02
      8009? | X..50 | OPTSEN | with:00,01
      8010? | Y..30 | CPID | key:8011
      8011 | N..12:no_leading_zero | CPID SERIAL | with:8010
      8012? | X..20 | VERSION | with:01,8006
      8013? | X..25:pair | GMN | key
      8014 | X..25:pair:not_all_digits | MUDI | with:01
      8017? | N18:check | GSRN - PROVIDER | not:8018 key:8019
      8018? | N18:check | GSRN - RECIPIENT | not:8017 key:8019
      8019 | N..10 | SRIN | with:8017,8018
      8020 | X..25 | REF No. | with:415
      8026? | N14:check N4:pieces | ITIP CONTENT | with:37 not:02,8006
      8030? | Z..90 | DIGSIG | \
          with:00,01+21,253,255,8003,8004,8006+21,8010+8011,8017,8018 serial:253,255,8003
      8040 | N15 | IMEI | with:01+21
      8041 | N15 | IMEI2 | with:01+21+8040
      8042 | N32 | ESIM | with:01+21+8040
      8043 | N18 N..2? | PSIM | with:01+21+8040
      8110? | X..70 |  |
      8111? | N4 | POINTS | with:255
      8112? | X..70 |  |
      8200 | X..70 | PRODUCT URL | with:01
      90? | X..30 | INTERNAL |
      91-99? | X..90 | INTERNAL |
      """;
}
