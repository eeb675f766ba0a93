package ductus.lab.surprise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.trial.QuietTrial;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurprisesTest {
  private static final SurpriseSettings SETTINGS =
      new SurpriseSettings(
          new SurpriseSettings.Sines(1200, 1600, 8, 16, 12),
          0.01,
          "corpora/melodies",
          3,
          "corpora/hands",
          4);

  @TempDir Path folder = Path.of("");

  private List<Double> run(int number) throws Exception {
    Trial trial = new Surprises().trials(SETTINGS).get(number);
    try (TrialContext bench =
        new TrialContext(1, folder.resolve("state" + number), 1, new QuietTrial())) {
      Outcome outcome = trial.procedure().run(bench);
      return outcome.figures();
    }
  }

  @Test
  void faultsAreFoundWithFewFalseAlarms() throws Exception {
    List<Double> figures = run(0);
    assertTrue(figures.get(1) >= 0.75, "found " + figures);
    assertTrue(figures.get(4) > 0.5 && figures.get(5) < 0.08, figures.toString());
    List<Double> ofRule = run(4);
    assertEquals(figures.get(0), ofRule.get(0));
    assertTrue(ofRule.get(1) >= 0.5 && ofRule.get(5) > figures.get(5), ofRule.toString());
  }

  @Test
  @Tag("long")
  void oddBarsAndStrokesSurpriseMostFarMoreOftenThanByChance() throws Exception {
    for (int trial = 1; trial <= 3; trial++) {
      List<Double> figures = run(trial);
      assertTrue(figures.get(0) > 10, figures.toString());
      assertTrue(figures.get(1) > 5 * figures.get(2), figures.toString());
      List<Double> ofRule = run(4 + trial);
      assertEquals(figures.get(0), ofRule.get(0));
      assertTrue(figures.get(1) > ofRule.get(1), figures + " and " + ofRule);
    }
  }

  @Test
  void oneBarIsMadeOddAndTheOthersStay() {
    Melody melody = melody(60);
    assertTrue(OddBar.isClosed(melody, melody.bars().get(1)));
    for (OddBar kind : OddBar.values()) {
      Melody odd =
          kind.make(melody, 1, List.of(melody, melody(65)), Randomness.of(2)).orElseThrow();
      assertEquals(melody.notes().size(), odd.notes().size());
      for (int i = 0; i < melody.notes().size(); i++) {
        MelodyNote before = melody.notes().get(i);
        boolean within = before.onset() >= 16 && before.onset() < 32;
        if (within) {
          assertNotEquals(before.pitch(), odd.notes().get(i).pitch());
        } else {
          assertEquals(before, odd.notes().get(i));
        }
      }
    }
    assertTrue(OddBar.REPLACED.make(melody, 1, List.of(melody), Randomness.of(2)).isEmpty());
  }

  private static Melody melody(int pitch) {
    List<MelodyNote> notes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      notes.add(new MelodyNote(4 * i, 4, pitch + i % 3));
    }
    return new Melody(
        4, 48, List.of(new TimeSignature(0, 4, 4)), new Key(0, Mode.MAJOR), 100, notes);
  }

  @Test
  void countsWhatSurprisesMost() {
    SurpriseRanks ranks = new SurpriseRanks();
    ranks.add(List.of(1.0, 3.0, 2.0), 1);
    ranks.add(List.of(1.0, 3.0, 2.0, 0.0, 0.0, 0.0), 2);
    assertEquals(2, ranks.cases());
    assertEquals(0.5, ranks.first());
    assertEquals(0.25, ranks.chance(), 1e-12);
    ranks.add(List.of(3.0, 3.0), 1);
    assertEquals(0.5, ranks.first());
    assertThrows(
        IllegalArgumentException.class,
        () -> new SurpriseSettings(SETTINGS.series(), 0, "a", 1, "b", 1));
  }
}
