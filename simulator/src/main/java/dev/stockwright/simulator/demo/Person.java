package dev.stockwright.simulator.demo;

/// Somebody who works at the demo site.
record Person(String fullName, SignIn signIn) {}
