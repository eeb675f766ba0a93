package ductus.music.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class HeaderConstraintTest {
  private static final int GRID = 1;
  private static final int METRE = 2;
  private static final int KEY = 3;
  private static final int LENGTH = 4;
  private static final HeaderConstraint OPEN =
      constraint(Optional.empty(), OptionalInt.empty(), Optional.empty(), 1, 64);

  private static HeaderConstraint constraint(
      Optional<TimeSignature> metre, OptionalInt tonic, Optional<Mode> mode, int least, int most) {
    return new HeaderConstraint(metre, tonic, mode, least, most);
  }

  /** Holds what is left of all tokens in a slot against what is expected. */
  private static void assertAllows(HeaderConstraint constraint, int slot, IntPredicate expected) {
    boolean[] allowed = new boolean[MelodyVocabulary.SIZE];
    Arrays.fill(allowed, true);
    constraint.restrict(new int[256], slot, allowed);
    for (int token = 0; token < allowed.length; token++) {
      assertEquals(expected.test(token), allowed[token], MelodyVocabulary.describe(token));
    }
  }

  @Test
  void leavesEachSlotOpenToItsOwnTokens() {
    assertAllows(OPEN, GRID, MelodyVocabulary::isGrid);
    assertAllows(OPEN, METRE, MelodyVocabulary::isMetre);
    assertAllows(OPEN, KEY, MelodyVocabulary::isKey);
    assertAllows(
        OPEN,
        LENGTH,
        token -> MelodyVocabulary.isLength(token) && token != MelodyVocabulary.MORE_BARS);
  }

  @Test
  void leavesTheNotesAlone() {
    assertAllows(OPEN, 5, token -> true);
    assertAllows(OPEN, 200, token -> true);
  }

  @Test
  void forcesTheMetreWhereverItBegins() {
    HeaderConstraint waltz =
        constraint(
            Optional.of(new TimeSignature(960, 3, 4)),
            OptionalInt.empty(),
            Optional.empty(),
            1,
            64);
    int token = MelodyVocabulary.metreToken(new TimeSignature(0, 3, 4));
    assertAllows(waltz, METRE, each -> each == token);
  }

  @Test
  void allowsOnlyGridsOnWhichTheMetreHasWholeBars() {
    HeaderConstraint jig =
        constraint(
            Optional.of(new TimeSignature(0, 7, 8)), OptionalInt.empty(), Optional.empty(), 1, 64);
    // Seven eighths are ten and a half steps of a third of a quarter.
    assertAllows(
        jig,
        GRID,
        token -> MelodyVocabulary.isGrid(token) && MelodyVocabulary.stepsPerQuarter(token) != 3);
  }

  @Test
  void forcesTheKeynoteTheModeOrBoth() {
    HeaderConstraint onG = constraint(Optional.empty(), OptionalInt.of(7), Optional.empty(), 1, 64);
    assertAllows(
        onG,
        KEY,
        token -> MelodyVocabulary.isKey(token) && MelodyVocabulary.key(token).tonic() == 7);
    HeaderConstraint minor =
        constraint(Optional.empty(), OptionalInt.empty(), Optional.of(Mode.MINOR), 1, 64);
    assertAllows(
        minor,
        KEY,
        token -> MelodyVocabulary.isKey(token) && MelodyVocabulary.key(token).mode() == Mode.MINOR);
    HeaderConstraint both =
        constraint(Optional.empty(), OptionalInt.of(2), Optional.of(Mode.DORIAN), 1, 64);
    int token = MelodyVocabulary.keyToken(new ductus.music.Key(2, Mode.DORIAN));
    assertAllows(both, KEY, each -> each == token);
  }

  @Test
  void keepsTheLengthBetweenItsLimits() {
    HeaderConstraint some =
        constraint(Optional.empty(), OptionalInt.empty(), Optional.empty(), 8, 12);
    assertAllows(
        some,
        LENGTH,
        token ->
            MelodyVocabulary.isLength(token)
                && MelodyVocabulary.bars(token) >= 8
                && MelodyVocabulary.bars(token) <= 12);
  }

  @Test
  void refusesLengthsThatCannotBe() {
    for (int[] bars : new int[][] {{0, 4}, {5, 4}, {1, 65}, {-1, -1}}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              constraint(
                  Optional.empty(), OptionalInt.empty(), Optional.empty(), bars[0], bars[1]));
    }
  }

  @Test
  void refusesAMetreWithoutAToken() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            constraint(
                Optional.of(new TimeSignature(0, 13, 16)),
                OptionalInt.empty(),
                Optional.empty(),
                1,
                64));
  }
}
