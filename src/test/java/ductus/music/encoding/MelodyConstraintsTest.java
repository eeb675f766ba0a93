package ductus.music.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyEncoding.ScaleConstraint;
import ductus.music.plan.PlannedBar;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@link ScaleConstraint} and {@link OpeningConstraint}. */
class MelodyConstraintsTest {
  private static final int HEADER = 5;

  private static boolean[] allowed(Constraint constraint, int[] tokens, int length) {
    boolean[] allowed = new boolean[MelodyVocabulary.SIZE];
    Arrays.fill(allowed, true);
    constraint.restrict(tokens, length, allowed);
    return allowed;
  }

  /** A tune in 3/4, four steps a quarter. */
  private static int[] tokens(int... steps) {
    int[] tokens = new int[HEADER + steps.length];
    tokens[1] = MelodyVocabulary.gridToken(4);
    tokens[2] = MelodyVocabulary.metreToken(new TimeSignature(0, 3, 4));
    tokens[3] = MelodyVocabulary.keyToken(new Key(0, Mode.MAJOR));
    tokens[4] = MelodyVocabulary.lengthToken(4);
    System.arraycopy(steps, 0, tokens, HEADER, steps.length);
    return tokens;
  }

  private static int[] rests(int count) {
    int[] rests = new int[count];
    Arrays.fill(rests, MelodyVocabulary.REST);
    return rests;
  }

  @Test
  void aScaleForbidsTheNotesOutsideItAndNothingElse() {
    Key scale = new Key(2, Mode.DORIAN);
    boolean[] allowed = allowed(new ScaleConstraint(scale), tokens(), HEADER);
    for (int token = 0; token < allowed.length; token++) {
      assertEquals(
          !MelodyVocabulary.isOnset(token) || scale.contains(MelodyVocabulary.pitch(token)),
          allowed[token],
          MelodyVocabulary.describe(token));
    }
  }

  @Test
  void aNoteMustBeginInTheFirstBar() {
    OpeningConstraint opening = new OpeningConstraint();
    for (int rests = 0; rests < 12; rests++) {
      int[] tokens = tokens(rests(rests));
      assertEquals(rests < 11, allowed(opening, tokens, tokens.length)[MelodyVocabulary.REST]);
    }
  }

  @Test
  void thePlanIsNoPartOfTheFirstBar() {
    OpeningConstraint opening = new OpeningConstraint();
    for (int planned = 0; planned < 12; planned++) {
      for (int rests = 0; rests < 12; rests++) {
        int[] steps = new int[planned + rests];
        Arrays.fill(steps, MelodyVocabulary.PLAN.token(PlannedBar.NEW));
        System.arraycopy(rests(rests), 0, steps, planned, rests);
        int[] tokens = tokens(steps);
        assertEquals(rests < 11, allowed(opening, tokens, tokens.length)[MelodyVocabulary.REST]);
      }
    }
  }

  @Test
  void afterANoteRestsAreFree() {
    int[] steps = rests(11);
    steps[3] = MelodyVocabulary.onsetToken(60);
    int[] tokens = tokens(steps);
    assertTrue(allowed(new OpeningConstraint(), tokens, tokens.length)[MelodyVocabulary.REST]);
  }

  @Test
  void theHeaderIsNotTheOpeningsBusiness() {
    for (int length = 1; length < HEADER; length++) {
      for (boolean each : allowed(new OpeningConstraint(), tokens(), length)) {
        assertTrue(each);
      }
    }
  }
}
