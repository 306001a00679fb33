package dev.stockwright.client.card;

/// What a small picture says; each app has one for each.
public enum Icon {
  NEXT,
  DONE,
  ALL_DONE,
  WARNING,
  PLACE,
  PRODUCT,
  UNIT,
  DOCUMENT,
  PERSON,
  KEYPAD,
  SHORT,
  SKIP,
  SWAP,
  DAMAGED,
  CLOSE,
  LEAVE,
  PRINT,
  COUNT,
  MOVE,
  LOOK_UP,
  RECEIVE,
  PUT_AWAY,
  PICK,
  TRANSFER,
  ADJUST,
  PACK,
  SHIP,
  RFID,
  HELP
}
