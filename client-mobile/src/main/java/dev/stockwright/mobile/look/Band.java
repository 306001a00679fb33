package dev.stockwright.mobile.look;

import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;

/// What the feedback band shows: a signal and its words.
public record Band(Signal signal, Step.Said said) {}
