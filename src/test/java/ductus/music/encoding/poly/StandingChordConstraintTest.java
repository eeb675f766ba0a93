package ductus.music.encoding.poly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingChordConstraintTest {
  private static final int MOST = 3;
  private static final Frame CHORD = Frame.of(48, 55, 64);

  /** Tokens of a start, then of one frame so many times; without the end. */
  private static int[] tokens(int grid, Frame frame, int times) {
    List<Frame> steps = new ArrayList<>(List.of(Frame.of(50), Frame.SILENT));
    steps.addAll(Collections.nCopies(times, frame));
    int[] all = new PolyEncoding().encode(new Frames(grid, steps)).tokens();
    return Arrays.copyOf(all, all.length - 1);
  }

  private static boolean[] allowed(int endsFrom, int[] tokens, int... more) {
    int[] all = IntStream.concat(Arrays.stream(tokens), Arrays.stream(more)).toArray();
    boolean[] allowed = new boolean[PolyVocabulary.SIZE];
    Arrays.fill(allowed, true);
    new StandingChordConstraint(MOST, endsFrom).restrict(all, all.length, allowed);
    return allowed;
  }

  private static int count(boolean[] allowed) {
    return (int) IntStream.range(0, allowed.length).filter(token -> allowed[token]).count();
  }

  @Test
  void aChordMayStandForAWhile() {
    assertEquals(PolyVocabulary.SIZE, count(allowed(0, tokens(1, CHORD, MOST - 1))));
    assertEquals(PolyVocabulary.SIZE, count(allowed(0, tokens(2, CHORD, 2 * MOST - 1))));
    assertEquals(PolyVocabulary.SIZE, count(allowed(0, new int[] {PolyVocabulary.START})));
  }

  @Test
  void aLongPieceEndsWhereAChordStoodForTooLong() {
    boolean[] allowed = allowed(5, tokens(1, CHORD, MOST));
    assertEquals(1, count(allowed));
    assertTrue(allowed[PolyVocabulary.END]);
  }

  @Test
  void inAShortPieceTheHighestVoiceMovesWhereAChordStoodForTooLong() {
    int[] tokens = tokens(2, CHORD, 2 * MOST);
    int bass = PolyVocabulary.pitchToken(48);
    int middle = PolyVocabulary.pitchToken(55);
    assertEquals(PolyVocabulary.SIZE, count(allowed(6, tokens)));
    assertEquals(PolyVocabulary.SIZE, count(allowed(6, tokens, bass)));
    boolean[] last = allowed(6, tokens, bass, middle);
    assertEquals(PolyVocabulary.SIZE - 1, count(last));
    assertFalse(last[PolyVocabulary.pitchToken(64)]);
    assertEquals(
        PolyVocabulary.SIZE, count(allowed(6, tokens, bass, PolyVocabulary.pitchToken(56))));
  }

  @Test
  void silenceDoesNotLastForEver() {
    // One more silent frame stands before these.
    boolean[] allowed = allowed(StandingChordConstraint.NEVER, tokens(1, Frame.SILENT, MOST - 1));
    assertFalse(allowed[PolyVocabulary.END_OF_FRAME]);
    assertEquals(PolyVocabulary.SIZE - 1, count(allowed));
    int[] pitch = {PolyVocabulary.pitchToken(60)};
    assertTrue(
        allowed(StandingChordConstraint.NEVER, tokens(1, Frame.SILENT, MOST - 1), pitch)[
            PolyVocabulary.END_OF_FRAME]);
  }
}
