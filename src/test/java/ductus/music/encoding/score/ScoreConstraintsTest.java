package ductus.music.encoding.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.generate.UniformDraw;
import ductus.math.Seeded;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.ArrangementForms;
import ductus.music.arrangement.PartNote;
import ductus.music.encoding.score.ScoreEncoding.ScoreScaleConstraint;
import ductus.music.harmony.ChordChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ScoreConstraintsTest {
  private static final Key G_MAJOR = new Key(7, Mode.MAJOR);

  private final ScoreEncoding encoding = new ScoreEncoding();

  @Test
  void anyDrawnPieceKeepsMetreLengthAndScale() {
    for (int seed = 0; seed < 40; seed++) {
      Arrangement drawn =
          draw(
              Seeded.random(seed),
              List.of(
                  new MetreConstraint(new TimeSignature(0, 7, 8)),
                  new BarsConstraint(2, 3),
                  new UnisonConstraint(),
                  new ScoreScaleConstraint(G_MAJOR)));
      assertEquals(7, drawn.metres().get(0).numerator());
      assertEquals(8, drawn.metres().get(0).denominator());
      assertTrue(ArrangementForms.barLines(drawn).size() <= 3, "seed " + seed);
      Set<List<Integer>> struck = new HashSet<>();
      for (PartNote note : drawn.notes()) {
        assertTrue(
            struck.add(List.of(note.onset(), note.program(), note.part(), note.pitch())),
            "seed " + seed);
      }
      drawn.notes().stream()
          .filter(note -> !note.isDrum())
          .forEach(note -> assertTrue(G_MAJOR.contains(note.pitch())));
      drawn.chords().stream()
          .map(ChordChange::chord)
          .filter(chord -> !chord.isNone())
          .forEach(
              chord ->
                  assertTrue(G_MAJOR.contains(chord.root()) && G_MAJOR.contains(chord.bass())));
    }
  }

  private Arrangement draw(RandomGenerator random, List<Constraint> constraints) {
    int[] tokens = UniformDraw.of(encoding, constraints, 2000, random);
    return encoding.decode(tokens, tokens.length).arrangement();
  }

  @Test
  void refusesMetresWithoutATokenAndNoBars() {
    assertThrows(
        IllegalArgumentException.class, () -> new MetreConstraint(new TimeSignature(0, 33, 8)));
    assertThrows(IllegalArgumentException.class, () -> new BarsConstraint(0, 3));
  }
}
