package ductus.music.encoding.performance;

import ductus.music.performance.Performance;
import ductus.music.performance.Performance.PedalStep;
import ductus.music.performance.PerformedNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A move of a key or the pedal.
 *
 * @param step of 10 ms from the start
 * @param order within a step: releases, pedal, onsets, each from the lowest pitch up
 * @param velocity of an onset, else 0
 */
record PerformanceEvent(int step, int order, int token, int velocity) {
  private static final int PITCHES = 128;

  /** Returns all that happens in a performance, in the order of its tokens. */
  static List<PerformanceEvent> of(Performance performance) {
    List<PerformanceEvent> events = new ArrayList<>();
    for (PerformedNote note : performance.notes()) {
      int pitch = note.pitch();
      events.add(new PerformanceEvent(note.end(), pitch, PerformanceVocabulary.release(pitch), 0));
      events.add(
          new PerformanceEvent(
              note.onset(),
              PITCHES + 1 + pitch,
              PerformanceVocabulary.onset(pitch),
              note.velocity()));
    }
    for (PedalStep pedal : performance.pedals()) {
      int token = pedal.down() ? PerformanceVocabulary.PEDAL_DOWN : PerformanceVocabulary.PEDAL_UP;
      events.add(new PerformanceEvent(pedal.step(), PITCHES, token, 0));
    }
    events.sort(
        Comparator.comparingInt(PerformanceEvent::step).thenComparingInt(PerformanceEvent::order));
    return events;
  }
}
