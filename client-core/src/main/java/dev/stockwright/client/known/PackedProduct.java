package dev.stockwright.client.known;

/// What a barcode stands for: a product at one pack level.
public record PackedProduct(Product product, PackLevel pack) {}
