package dev.stockwright.server.http;

import io.helidon.http.Method;

/// One thing that can be asked for.
///
/// @param path with `{name}` for its variable parts
record Route(Method method, String path, Access access, Action action) {
  /// What is done for it.
  interface Action {
    /// Answers, or throws [RequestRefused] or [dev.stockwright.vocabulary.InvalidValue].
    Reply act(Request request) throws InterruptedException;
  }

  static Route get(String path, Action action) {
    return new Route(Method.GET, path, Access.SIGNED_IN, action);
  }

  static Route post(String path, Action action) {
    return new Route(Method.POST, path, Access.SIGNED_IN, action);
  }

  /// As in the OpenAPI document.
  String signature() {
    return method.text() + " " + path;
  }
}
