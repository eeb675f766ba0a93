package ductus.analysis.surprise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.corpus.ScoreFile;
import ductus.generate.SequenceScorer;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuneSurpriseTest {
  /** Tokens in front of the plan: start, grid, metre, key and length. */
  private static final int HEADER = 5;

  @Test
  void allThatIsSaidOfABarCounts() throws Exception {
    MelodyKind kind = new MelodyKind();
    MusicModel<Melody> folk = MusicModels.open("folk", kind);
    Melody joy = kind.find(ScoreFile.read(Path.of("corpora/melodies/ode-to-joy.abc")));
    Sequence tokens = folk.encoding().encode(kind.forms(joy, folk.keys().heldOut()).get(0));
    assertEquals(joy.bars().size(), kind.barPlans(tokens.tokens()).size());
    double[] nats;
    try (Workers workers = new Workers(1)) {
      nats =
          new SequenceScorer(
                  folk.file().network(),
                  folk.encoding(),
                  (each, length, allowed) -> {},
                  KernelChoice.best(),
                  workers)
              .nats(List.of(tokens))
              .get(0);
    }
    double usual = Arrays.stream(nats).average().orElseThrow();
    double others = nats[nats.length - 1] - usual;
    for (int t = 0; t < HEADER; t++) {
      others += nats[t] - usual;
    }
    try (TuneSurprise<Melody> reader = new TuneSurprise<>(folk, 1)) {
      double bars = reader.bars(joy).stream().mapToDouble(Double::doubleValue).sum();
      assertEquals(-others, bars, 1e-9, "bars, with their plans, and the rest are all");
    }
  }
}
