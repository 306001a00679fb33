package dev.stockwright.client.words;

/// The forms a word takes beside a count, named as in the Unicode CLDR plural rules.
enum Plural {
  ONE,
  FEW,
  MANY,
  OTHER
}
