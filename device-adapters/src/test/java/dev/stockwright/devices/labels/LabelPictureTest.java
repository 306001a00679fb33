package dev.stockwright.devices.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.devices.labels.LabelPaper.Resolution;
import dev.stockwright.devices.labels.picture.LabelPicture;
import dev.stockwright.devices.labels.picture.ZplPicture;
import dev.stockwright.vocabulary.Gtin;
import dev.stockwright.vocabulary.Identified.Content;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.Sscc;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelPictureTest {
  private final LabelMaker maker = new LabelMaker(LabelTemplates.builtIn());

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void all(Resolution r) throws Exception {
    Gtin g = Gtin.of("9501101530003");
    LabelContent p = new LabelContent.Product(new Sku("BOLT-M8x40"), "Sechskantschraube M8 x 40, verzinkt, DIN 933, 100 Stück je Karton ^XZ~JA \\& _41", Optional.of(g), Optional.of(new LotCode("L2025_117A")), Optional.of(LocalDate.of(2027,12,31)), Optional.empty());
    LabelContent p2 = new LabelContent.Product(new Sku("BOLT-M8x40"), "Sechskantschraube M8 x 40", Optional.of(g), Optional.empty(), Optional.empty(), Optional.empty());
    LabelContent p3 = new LabelContent.Product(new Sku("BOLT-M8x40"), "Sechskantschraube M8 x 40", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    LabelContent p4 = new LabelContent.Product(new Sku("BOLT-M8x40"), "Sechskantschraube M8 x 40", Optional.of(g), Optional.of(new LotCode("ABCDEFGHIJKLMNOPQRST")), Optional.of(LocalDate.of(2027,12,31)), Optional.of(new SerialNumber("abcdefghijklmnopqrst")));
    LabelContent loc = new LabelContent.Location(new WarehouseCode("MAIN"), new LocationCode("A-03-02"), "Aisle A, bay 3");
    LabelContent hu = new LabelContent.HandlingUnit(new Sscc("106141412345678908"), Optional.of(new Content(g, 48, Optional.of(new LotCode("L2025")), Optional.of(LocalDate.of(2027,12,31)))), "Acme GmbH, Hauptstr. 1, 12345 Berlin", "Shop 12, Somewhere in the Country Road 77, 99999 Far Away City", "Sechskantschraube");
    LabelContent b = new LabelContent.Badge("SW-K7MPQ2XYZA", "Zoë Müller-Łukaszewicz", "Supervisor");
    int i = 0;
    for (LabelContent c : List.of(p, p2, p3, p4, loc, hu, b, new LabelContent.CommandCard())) for (String size : List.of("100x150","100x50","57x32")) {
      MadeLabel made = maker.make(c, LabelPaper.of(size, r).orElseThrow(), 1);
      i++;
      if (made instanceof MadeLabel.Ready ready) {
        LabelPicture pic = new ZplPicture(0,0).draw(ready.zpl()).getFirst();
        System.err.println(i + " " + c.kind()+" "+size+" "+SymbolReader.read(pic.png())+" "+pic.notShown()+pic.offEdge());
        Files.write(Path.of("/tmp/zpl/o-"+r.dpi()+"-"+i+".png"), pic.png());
        Files.writeString(Path.of("/tmp/zpl/o-"+r.dpi()+"-"+i+".zpl"), ready.zpl());
      } else System.err.println(i + " " + c.kind()+" "+size+" "+made);
    }
  }
}
