package ductus.music.encoding.poly;

import ductus.generate.Constraint;
import java.util.stream.IntStream;

/**
 * Keeps a chord, or silence, from standing for ever: a network that has long drawn the same frame
 * is surest that it goes on so.
 *
 * @param most quarter notes in a row that a frame may stand
 * @param endsFrom length in quarter notes from which on the piece then ends, as pieces do on a long
 *     chord; before, the chord changes, in its highest voice at least
 */
public record StandingChordConstraint(int most, int endsFrom) implements Constraint {
  /** Value in place of a length from which on pieces end: they need not. */
  public static final int NEVER = Integer.MAX_VALUE;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length <= PolyEncoding.FIRST_FRAME) {
      return;
    }
    int now = start(tokens, length);
    int grid = PolyVocabulary.stepsPerQuarter(tokens[PolyEncoding.GRID_SLOT]);
    if (now == PolyEncoding.FIRST_FRAME || standing(tokens, now) < most * grid) {
      return;
    }
    if (frames(tokens, now) / grid < endsFrom) {
      forbidSame(tokens, now, length, allowed);
    } else if (length == now) {
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] &= token == PolyVocabulary.END;
      }
    }
  }

  private static long frames(int[] tokens, int end) {
    return IntStream.range(PolyEncoding.FIRST_FRAME, end)
        .filter(t -> tokens[t] == PolyVocabulary.END_OF_FRAME)
        .count();
  }

  /** Place where the frame begins that reaches to, or is still open at, another place. */
  private static int start(int[] tokens, int end) {
    int start = end;
    while (start > PolyEncoding.FIRST_FRAME && tokens[start - 1] != PolyVocabulary.END_OF_FRAME) {
      start--;
    }
    return start;
  }

  /** Number of frames in a row before a place that are the same as the last of them. */
  private static int standing(int[] tokens, int end) {
    int size = end - start(tokens, end - 1);
    int first = end - size;
    while (first - size >= PolyEncoding.FIRST_FRAME
        && start(tokens, first - 1) == first - size
        && same(tokens, first - size, end - size, size)) {
      first -= size;
    }
    return (end - first) / size;
  }

  /** Keeps the frame that begins now from becoming the one before it, by its last pitch. */
  private static void forbidSame(int[] tokens, int now, int length, boolean[] allowed) {
    int before = start(tokens, now - 1);
    int pitches = now - 1 - before;
    int drawn = length - now;
    if (pitches == 0) {
      allowed[PolyVocabulary.END_OF_FRAME] &= drawn > 0;
    } else if (drawn == pitches - 1 && same(tokens, before, now, drawn)) {
      allowed[tokens[now - 2]] = false;
    }
  }

  private static boolean same(int[] tokens, int one, int other, int size) {
    for (int i = 0; i < size; i++) {
      if (tokens[one + i] != tokens[other + i]) {
        return false;
      }
    }
    return true;
  }
}
