package dev.stockwright.client.workflow;

/// What somebody can be at.
public enum Activity {
  HOME,
  RECEIVE,
  PUT_AWAY,
  PICK,
  COUNT,
  MOVE,
  TRANSFER,
  ADJUST,
  LOOK_UP,
  PACK,
  SHIP
}
