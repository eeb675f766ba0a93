package ductus.music.encoding.performance;

import ductus.generate.Constraint;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.performance.Performance;
import ductus.music.performance.Performance.PedalStep;
import ductus.music.performance.PerformedNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Piano playing as onsets, releases, time shifts of 10 ms to 1 s, 32 velocities and the pedal. A
 * performance comes back exactly.
 */
public final class PerformanceEncoding implements Encoding<Performance> {
  /** Name of this encoding in model files. */
  public static final String NAME = "performance";

  private static final EncodingShape SHAPE =
      new EncodingShape(
          NAME,
          1,
          PerformanceVocabulary.SIZE,
          PerformanceCursor.tableSize(),
          PerformanceCursor.FEATURES);

  private static final int PITCHES = 128;

  /**
   * The performance that a token sequence means, and what was mended in it.
   *
   * @param closed notes that no token ends; they end with the sequence
   * @param skipped tokens that made no sense where they stood
   */
  public record PerformanceDecoding(Performance performance, int closed, int skipped) {}

  /**
   * Keeps the notes of a performance to a scale.
   *
   * @param scale of the notes that are allowed
   */
  public record PerformanceScaleConstraint(Key scale) implements Constraint {
    @Override
    public void restrict(int[] tokens, int length, boolean[] allowed) {
      for (int token = 0; token < PerformanceVocabulary.SIZE; token++) {
        if (PerformanceVocabulary.isOnset(token)) {
          allowed[token] &= scale.contains(PerformanceVocabulary.pitch(token));
        }
      }
    }
  }

  @Override
  public EncodingShape shape() {
    return SHAPE;
  }

  @Override
  public String describe(int token) {
    return PerformanceVocabulary.describe(token);
  }

  @Override
  public Encoding.Cursor cursor() {
    return new PerformanceCursor();
  }

  @Override
  public int[] tokens(Performance performance) {
    IntStream.Builder tokens = IntStream.builder();
    tokens.add(PerformanceVocabulary.START);
    int now = 0;
    int velocity = Sequence.NONE;
    for (PerformanceEvent event : PerformanceEvent.of(performance)) {
      for (int left = event.step() - now; left > 0; left -= PerformanceVocabulary.LONGEST_SHIFT) {
        int steps = Math.min(left, PerformanceVocabulary.LONGEST_SHIFT);
        tokens.add(PerformanceVocabulary.shift(steps));
      }
      now = event.step();
      if (PerformanceVocabulary.isOnset(event.token()) && event.velocity() != velocity) {
        velocity = event.velocity();
        tokens.add(PerformanceVocabulary.velocityToken(velocity));
      }
      tokens.add(event.token());
    }
    return tokens.add(PerformanceVocabulary.END).build().toArray();
  }

  @Override
  public Performance decode(Sequence sequence) {
    return decode(sequence.tokens(), sequence.length()).performance();
  }

  /**
   * Decodes tokens that are being drawn, and counts what was mended.
   *
   * @param tokens from the start token on, not modified
   * @param length only so many of them count
   */
  public PerformanceDecoding decode(int[] tokens, int length) {
    PerformanceCursor cursor = new PerformanceCursor();
    List<PerformedNote> notes = new ArrayList<>();
    List<PedalStep> pedals = new ArrayList<>();
    int[] velocities = new int[PITCHES];
    int skipped = 0;
    for (int t = 0; t < length; t++) {
      int token = tokens[t];
      if (!cursor.allows(token)) {
        skipped++;
        continue;
      }
      if (PerformanceVocabulary.isRelease(token)) {
        int key = PerformanceVocabulary.pitch(token);
        notes.add(note(cursor, key, velocities[key]));
      } else if (PerformanceVocabulary.isOnset(token)) {
        velocities[PerformanceVocabulary.pitch(token)] = cursor.velocity();
      } else if (PerformanceVocabulary.isPedal(token)) {
        pedals.add(new PedalStep(cursor.step(), token == PerformanceVocabulary.PEDAL_DOWN));
      }
      cursor.accept(token);
    }
    int closed = 0;
    for (int key = 0; key < PITCHES; key++) {
      if (cursor.struckAt(key) != Sequence.NONE) {
        notes.add(note(cursor, key, velocities[key]));
        closed++;
      }
    }
    notes.sort(
        Comparator.comparingInt(PerformedNote::onset).thenComparingInt(PerformedNote::pitch));
    return new PerformanceDecoding(new Performance(notes, pedals), closed, skipped);
  }

  /** The note of a key that is down, released now. */
  private static PerformedNote note(PerformanceCursor cursor, int key, int velocity) {
    int onset = cursor.struckAt(key);
    return new PerformedNote(onset, Math.max(1, cursor.step() - onset), key, velocity);
  }
}
