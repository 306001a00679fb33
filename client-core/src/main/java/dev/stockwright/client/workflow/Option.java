package dev.stockwright.client.workflow;

/// One way to answer a question.
///
/// @param choice what is meant
/// @param label the words on the button: a verb
/// @param supervisor only a supervisor may take it
public record Option(Choice choice, String label, boolean supervisor) {}
