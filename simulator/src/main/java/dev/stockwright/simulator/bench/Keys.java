package dev.stockwright.simulator.bench;

import java.util.random.RandomGenerator;

/// Which stock row the next movement touches.
@FunctionalInterface
interface Keys {
  /// A row from 0 to rows - 1.
  int next(RandomGenerator random);

  /// Every row as likely as any other.
  static Keys uniform(int rows) {
    return random -> random.nextInt(rows);
  }

  /// Zipf as YCSB draws it (Gray et al., SIGMOD 1994), theta 0.99, with the ranks scattered over
  /// the rows, so that hot rows are not neighbours.
  static Keys zipf(int rows) {
    double theta = 0.99;
    double zeta = zeta(rows, theta);
    double alpha = 1 / (1 - theta);
    double eta = (1 - Math.pow(2.0 / rows, 1 - theta)) / (1 - zeta(2, theta) / zeta);
    return random -> {
      double u = random.nextDouble();
      double uz = u * zeta;
      long rank;
      if (uz < 1) {
        rank = 0;
      } else if (uz < 1 + Math.pow(0.5, theta)) {
        rank = 1;
      } else {
        rank = (long) (rows * Math.pow(eta * u - eta + 1, alpha));
      }
      return scattered(Math.min(rank, rows - 1), rows);
    };
  }

  /// A fixed row for each rank: multiplying by a prime that does not divide `rows` hits each once.
  private static int scattered(long rank, int rows) {
    return (int) ((rank * 2_147_483_647L + 12_345) % rows);
  }

  private static double zeta(int n, double theta) {
    double sum = 0;
    for (int i = 1; i <= n; i++) {
      sum += 1 / Math.pow(i, theta);
    }
    return sum;
  }
}
