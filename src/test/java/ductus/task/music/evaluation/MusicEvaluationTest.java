package ductus.task.music.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Melody;
import ductus.nn.Tape;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicEvaluationTest {
  @Test
  void measuresAModelOfAnyKind(@TempDir Path folder) throws Exception {
    Path tunes = folder.resolve("tunes");
    TinyMelodyRun.writeTunes(tunes);
    TinyMelodyRun.train(tunes, folder.resolve("run"));
    MusicModel<Melody> model = MusicModels.open(folder.resolve("run").toString(), new MelodyKind());
    MusicEvaluation<Melody> evaluation =
        new MusicEvaluation<>(model, tunes, TinyMelodyRun.read(tunes), Optional.empty());
    MusicReport report;
    try (Workers workers = new Workers(1)) {
      report =
          evaluation.run(
              new MusicGeneration<>(model, KernelChoice.best(), workers)
                  .draw(MusicRequest.open(Sampling.PLAIN, 1), 0, 6),
              Measuring.here(model.file().network(), new Tape(KernelChoice.best(), workers)),
              Sampling.PLAIN,
              1);
    }
    assertEquals("melody", report.encoding());
    assertEquals(TinyMelodyRun.HELD_OUT, report.pieces().heldOut());
    MusicReport.Nats nats = report.prediction();
    double all = nats.natsPerToken() * nats.tokens();
    assertEquals(all, Objects.requireNonNull(nats.natsPerNote()) * nats.notes(), 1e-9 * all);
    assertEquals(all, Objects.requireNonNull(nats.natsPerSecond()) * nats.seconds(), 1e-9 * all);
    assertEquals(
        TrainingOverlap.LENGTHS, report.copied().stream().map(TrainingOverlap::notes).toList());
    assertEquals(7, report.statistics().size());
    JsonObject json = EvaluationJson.of(report);
    assertTrue(json.getAsJsonObject("prediction").has("nats_per_note"), json.toString());
    List<Path> files = EvaluationFiles.write(report, json, folder.resolve("report"));
    assertEquals(2, files.size());
    for (Path file : files) {
      assertTrue(Files.size(file) > 500, file.toString());
    }
  }
}
