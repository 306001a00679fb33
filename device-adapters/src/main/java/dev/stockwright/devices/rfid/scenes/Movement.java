package dev.stockwright.devices.rfid.scenes;

import java.util.ArrayList;
import java.util.List;

/// A way over the floor: straight lines between points, each at its time. Metres and seconds;
/// x grows into the warehouse and is 0 in the door's line, y runs along the doors.
final class Movement {
  private record Point(double time, double x, double y) {}

  private final List<Point> points = new ArrayList<>();

  private Movement(double time, double x, double y) {
    points.add(new Point(time, x, y));
  }

  static Movement from(double time, double x, double y) {
    return new Movement(time, x, y);
  }

  Movement to(double x, double y, double metresPerSecond) {
    Point here = points.getLast();
    double way = Math.hypot(x - here.x, y - here.y);
    points.add(new Point(here.time + way / metresPerSecond, x, y));
    return this;
  }

  Movement rest(double seconds) {
    Point here = points.getLast();
    points.add(new Point(here.time + seconds, here.x, here.y));
    return this;
  }

  double start() {
    return points.getFirst().time;
  }

  double end() {
    return points.getLast().time;
  }

  boolean moving(double time) {
    return start() < time && time < end();
  }

  double x(double time) {
    return at(time, true);
  }

  double y(double time) {
    return at(time, false);
  }

  private double at(double time, boolean x) {
    Point before = points.getFirst();
    for (Point point : points) {
      if (point.time >= time) {
        double span = point.time - before.time;
        double part = span <= 0 ? 1 : Math.max(0, (time - before.time) / span);
        return x ? before.x + part * (point.x - before.x) : before.y + part * (point.y - before.y);
      }
      before = point;
    }
    return x ? before.x : before.y;
  }
}
