package dev.stockwright.devices.labels.simulated;

import dev.stockwright.devices.labels.picture.LabelPicture;

/// A label that a simulated printer printed.
///
/// @param number counts from 1
/// @param zpl what it got, from `^XA` to `^XZ`
public record PrintedLabel(int number, String zpl, LabelPicture picture) {}
