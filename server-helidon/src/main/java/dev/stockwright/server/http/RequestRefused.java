package dev.stockwright.server.http;

/// Ends the work on a request with a problem.
final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RequestRefused(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
