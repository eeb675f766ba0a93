package ductus.lab.temperature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.trial.QuietTrial;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemperaturesTest {
  @TempDir Path folder = Path.of("");

  private static TemperatureSettings settings(String corpus, Double... temperatures) {
    return new TemperatureSettings("folk", corpus, 4, List.of(temperatures), List.of());
  }

  private Outcome run(Trial trial) throws Exception {
    try (TrialContext bench = new TrialContext(1, folder.resolve("none"), 1, new QuietTrial())) {
      return trial.procedure().run(bench);
    }
  }

  @Test
  void aTemperatureSharpensOrFlattensADistribution() {
    double[] logits = {StrictMath.log(4), 0, Double.NEGATIVE_INFINITY};
    assertArrayEquals(new double[] {0.8, 0.2, 0}, NextToken.probabilities(logits, 1), 1e-12);
    assertArrayEquals(
        new double[] {16.0 / 17, 1.0 / 17, 0}, NextToken.probabilities(logits, 0.5), 1e-12);
    assertEquals(StrictMath.log(2), NextToken.entropy(new double[] {0.5, 0, 0.5}), 1e-12);
    assertEquals(0, NextToken.entropy(new double[] {0, 1}));
  }

  @Test
  void hotTunesAreLessCertainThanColdOnes() throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    for (Trial trial : new Temperatures().trials(settings("corpora/melodies", 0.3, 1.5))) {
      outcomes.add(run(trial));
    }
    double cold = outcomes.get(0).figures().get(0);
    double hot = outcomes.get(1).figures().get(0);
    double people = outcomes.get(2).figures().get(1);
    assertTrue(cold < hot, cold + " and " + hot);
    assertTrue(people > 0.2 && people < 0.7, "nats a token " + people);
  }

  @Test
  void findsRunsThatComeAgain() {
    List<MelodyNote> notes = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      notes.add(new MelodyNote(i, 1, 60 + i % 16 % 7));
    }
    Melody twice =
        new Melody(4, 32, List.of(new TimeSignature(0, 4, 4)), new Key(0, Mode.MAJOR), 100, notes);
    EncodedTunes tunes = new EncodedTunes(List.of(twice), List.of());
    assertTrue(tunes.repeated() > 0.3, "" + tunes.repeated());
    assertEquals(1, tunes.overlap(tunes), 1e-12);
  }

  @Test
  void needsTunesThatTheModelHasNotLearned() {
    Trial trial = new Temperatures().trials(settings("corpora/hands", 1.0)).get(0);
    assertThrows(BadFileException.class, () -> run(trial));
    assertThrows(IllegalArgumentException.class, () -> settings("corpora/melodies", 0.0));
  }
}
