package ductus.task.classification.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.signal.SignalSequence;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
  private static final Path TUNE = Path.of("corpora/melodies/kesh-jig.mid");
  private static final Path HAND = Path.of("corpora/hands/print.json");

  private static void assertFit(FeatureExtractor sight, Path file) throws Exception {
    List<ExtractedSample> seen = sight.see(file);
    assertTrue(!seen.isEmpty());
    for (ExtractedSample each : seen) {
      assertEquals(sight.inputs(), each.steps().inputsPerStep());
    }
  }

  @Test
  void whatIsSeenHasItsWidth() throws Exception {
    assertFit(new TuneFeatureExtractor(), TUNE);
    assertFit(new BarFeatureExtractor(), TUNE);
    assertFit(new LineFeatureExtractor(), HAND);
    assertFit(new LetterFeatureExtractor(), HAND);
  }

  @Test
  void aTuneLooksTheSameInAnotherKey() throws Exception {
    SignalSequence steps = TuneFeatureExtractor.steps(TuneFeatureExtractor.melody(TUNE));
    SignalSequence moved =
        TuneFeatureExtractor.steps(TuneFeatureExtractor.melody(TUNE).transpose(5));
    assertEquals(steps.length(), moved.length());
    for (int t = 0; t < steps.length(); t++) {
      for (int k = 0; k < steps.inputsPerStep(); k++) {
        assertEquals(steps.input(t, k), moved.input(t, k), 1e-6f, t + " " + k);
      }
    }
  }

  @Test
  void aJigsBarsAreCompoundAndHaveRows() throws Exception {
    List<ExtractedSample> bars = new BarFeatureExtractor().see(TUNE);
    assertTrue(bars.size() >= 16, String.valueOf(bars.size()));
    assertEquals("bar 1", bars.get(0).place().replaceAll("bar [12]$", "bar 1"));
    assertTrue(bars.stream().allMatch(bar -> bar.steps().length() == 1));
  }

  @Test
  void lettersSayTheirNames() throws Exception {
    Set<String> names = new HashSet<>();
    new LetterFeatureExtractor().see(HAND).forEach(each -> names.add(each.label().orElseThrow()));
    assertTrue(names.containsAll(List.of("a", "Z", "7")), names.toString());
  }
}
