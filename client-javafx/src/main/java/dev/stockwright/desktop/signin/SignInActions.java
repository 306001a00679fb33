package dev.stockwright.desktop.signin;

import dev.stockwright.client.words.Language;

/// How somebody is let in. Called on the JavaFX thread; must return at once. The answer is
/// [SignInViewModel#refused], [SignInViewModel#locked], or another screen.
public interface SignInActions {
  void withBadge(String badge, String pin);

  void withPassword(String user, String password);

  /// The sign-in screen speaks this language from now on.
  void speak(Language language);
}
