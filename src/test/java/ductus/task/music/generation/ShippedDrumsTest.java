package ductus.task.music.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.ScoreFile;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.drums.Accompaniment;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumPattern;
import ductus.task.music.kind.DrumsKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedDrumsTest {
  private static final Path TUNES = Path.of("corpora/melodies");
  private static final MusicRequest OPEN = MusicRequest.open(Sampling.PLAIN, 7);

  /** Quarter notes that a note may come before its beat. */
  private static final double EARLY = 0.12;

  @Test
  void areBusyWhereTheTuneIs() throws Exception {
    MusicModel<DrumPattern> model = MusicModels.open("drums", new DrumsKind());
    double follow = 0;
    double deaf = 0;
    List<String> names =
        List.of("abide-with-me", "es-ist-ein-ros-entsprungen", "long-long-ago", "skip-to-my-lou");
    for (String name : names) {
      Path tune = TUNES.resolve(name + ".mid");
      MusicRequest request = DrumTuneContext.settle(OPEN, tune, model.conditions());
      follow += correlation(model, request, tune);
      deaf += correlation(model, request.with(MusicRequest.Guidance.NONE), tune);
    }
    assertTrue(follow > 0.4 * names.size(), "mean correlation " + follow / names.size());
    assertTrue(deaf < 0.2 * names.size(), "mean correlation " + deaf / names.size());
  }

  /** Of onsets and strokes, quarter note by quarter note. */
  private static double correlation(MusicModel<DrumPattern> model, MusicRequest request, Path tune)
      throws Exception {
    try (Workers workers = new Workers(1)) {
      DrumPattern pattern =
          new MusicGeneration<>(model, KernelChoice.best(), workers)
              .draw(request, 0, 1)
              .get(0)
              .piece();
      Score both = Accompaniment.under(ScoreFile.read(tune), model.kind().score(pattern, 0));
      int beats = (int) (both.length() / both.ticksPerQuarter()) + 1;
      double[] onsets = new double[beats];
      double[] strokes = new double[beats];
      for (Note note : both.notes()) {
        double[] counts = note.isDrum() ? strokes : onsets;
        counts[(int) ((double) note.onset() / both.ticksPerQuarter() + EARLY)]++;
      }
      return correlation(onsets, strokes);
    }
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < a.length; i++) {
      meanA += a[i] / a.length;
      meanB += b[i] / b.length;
    }
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return product / Math.sqrt(squaresA * squaresB);
  }

  @Test
  void playInTheStyleThatIsAskedFor() throws Exception {
    MusicModel<DrumPattern> model = MusicModels.open("drums", new DrumsKind());
    double jazz = shareOfRide(model, "style=jazz");
    double funk = shareOfRide(model, "style=funk");
    assertTrue(jazz > 2 * funk, "ride in jazz " + jazz + ", in funk " + funk);
  }

  private static double shareOfRide(MusicModel<DrumPattern> model, String style) {
    MusicRequest request = OPEN.with(MusicRequest.Guidance.NONE.with(List.of(style)));
    try (Workers workers = new Workers(1)) {
      List<MusicGeneration.DrawnPiece<DrumPattern>> drawn =
          new MusicGeneration<>(model, KernelChoice.best(), workers).draw(request, 0, 16);
      assertEquals(16, drawn.size());
      long ride = 0;
      long all = 0;
      for (MusicGeneration.DrawnPiece<DrumPattern> each : drawn) {
        all += each.piece().hits().size();
        ride += each.piece().hits().stream().filter(hit -> hit.drum() == Drum.RIDE).count();
      }
      return (double) ride / all;
    }
  }
}
