package dev.stockwright.server.http;

import dev.stockwright.protocol.CatalogCommand;
import java.util.List;

/// Where the commands of [CatalogCommand] are taken.
final class CatalogPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/products/{sku}/save",
              "save_product",
              CatalogCommand.SaveProduct.class,
              "A product, new or changed"),
          new WorkPath(
              "/api/v1/barcodes/{barcode}/save",
              "save_barcode",
              CatalogCommand.SaveBarcode.class,
              "What a code stands for"),
          new WorkPath(
              "/api/v1/barcodes/{barcode}/learn",
              "learn_barcode",
              CatalogCommand.LearnBarcode.class,
              "What an unknown code stands for"),
          new WorkPath(
              "/api/v1/barcodes/{barcode}/remove",
              "remove_barcode",
              CatalogCommand.RemoveBarcode.class,
              "A code stands for nothing any more"),
          new WorkPath(
              "/api/v1/kits/{sku}/save",
              "save_kit",
              CatalogCommand.SaveKit.class,
              "What a kit is made of"),
          new WorkPath(
              "/api/v1/suppliers/{supplier}/save",
              "save_supplier",
              CatalogCommand.SaveSupplier.class,
              "A supplier, new or changed"),
          new WorkPath(
              "/api/v1/customers/{customer}/save",
              "save_customer",
              CatalogCommand.SaveCustomer.class,
              "A customer, new or changed"),
          new WorkPath(
              "/api/v1/reasons/{reason}/save",
              "save_reason",
              CatalogCommand.SaveReason.class,
              "A reason code, new or changed"),
          new WorkPath(
              "/api/v1/settings/{setting}/save",
              "save_setting",
              CatalogCommand.SaveSetting.class,
              "A setting, of one warehouse or all"),
          new WorkPath(
              "/api/v1/imports/{imported}/tell",
              "tell_import",
              CatalogCommand.TellImport.class,
              "Tell everybody again which rows a file has changed"));

  private CatalogPaths() {}
}
