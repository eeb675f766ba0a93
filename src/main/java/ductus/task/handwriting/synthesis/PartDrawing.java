package ductus.task.handwriting.synthesis;

import ductus.math.PlaceRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of a part of a line: the best attempt so far. Where some attempts at several words
 * failed, they are drawn in two halves, each with attempts of its own, which stay where they are
 * better together.
 */
final class PartDrawing {
  /** Attempts at several words: one of many characters has something wrong each time. */
  private static final int TRIES_OF_WORDS = 3;

  private static final int TRIES_OF_A_WORD = 6;

  private final LinePart part;
  private final long key;
  private final int mostTries;
  private @Nullable Attempt best;
  private int tries;
  private List<PartDrawing> halves = List.of();

  /** Nothing is drawn yet. */
  PartDrawing(LinePart part, long key) {
    this.part = part;
    this.key = key;
    mostTries = part.halves().isEmpty() ? TRIES_OF_A_WORD : TRIES_OF_WORDS;
  }

  LinePart part() {
    return part;
  }

  /** What decides the next attempt. */
  long nextKey() {
    return PlaceRandom.key(key, tries);
  }

  void add(Attempt attempt) {
    tries++;
    if (best == null || attempt.faults() < best.faults()) {
      best = attempt;
    }
  }

  private Attempt best() {
    if (best == null) {
      throw new IllegalStateException("nothing is drawn yet");
    }
    return best;
  }

  /** What is to be drawn next: this, or some of its halves, or nothing. */
  Stream<PartDrawing> open() {
    if (best().faults() == 0) {
      return Stream.empty();
    }
    if (tries < mostTries) {
      return Stream.of(this);
    }
    if (halves.isEmpty()) {
      // Other keys than those of attempts, which are numbered from 0 on.
      List<LinePart> parts = part.halves();
      halves =
          IntStream.range(0, parts.size())
              .mapToObj(i -> new PartDrawing(parts.get(i), PlaceRandom.key(key, -1 - i)))
              .toList();
      return halves.stream();
    }
    return halves.stream().flatMap(PartDrawing::open);
  }

  /** The attempts that stay, in their order. */
  List<Attempt> kept() {
    return areHalvesBetter()
        ? halves.stream().flatMap(half -> half.kept().stream()).toList()
        : List.of(best());
  }

  private int faults() {
    return areHalvesBetter() ? faultsOfHalves() : best().faults();
  }

  private boolean areHalvesBetter() {
    return !halves.isEmpty() && faultsOfHalves() < best().faults();
  }

  private int faultsOfHalves() {
    return halves.stream().mapToInt(PartDrawing::faults).sum();
  }

  /** Space between words: that of the part as it was drawn in one go, where it has words. */
  double wordGap() {
    return WordGaps.mean(best());
  }

  /** How the drawing went. */
  WritingFigures figures() {
    List<Attempt> kept = kept();
    WritingFigures sum = WritingFigures.thrownAway(attempts() - kept.size());
    for (Attempt attempt : kept) {
      sum = sum.plus(attempt);
    }
    return sum;
  }

  private int attempts() {
    return tries + halves.stream().mapToInt(PartDrawing::attempts).sum();
  }
}
