package ductus.cli.harmony;

import ductus.cli.console.ExitStatus;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.task.harmony.HarmonizationKind;
import ductus.task.harmony.HarmonyModels;
import ductus.task.harmony.VoiceEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ductus evaluate} with a model of four voices: how well it sings chorales. */
public final class VoiceEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(TaggingNetwork.VOICES);
  }

  /** Fills the lower voices of held-out chorales, of as many as samples are asked for at most. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path file = request.folder();
    try (Workers workers = new Workers(request.common().threads())) {
      VoiceEvaluation evaluation =
          VoiceEvaluation.of(
              HarmonyModels.open(found, HarmonizationKind.SATB).network(),
              file,
              request.samples().count(),
              request.samples().seed(),
              KernelChoice.best(),
              workers);
      Table table =
          new Table("faults", "fifths", "octaves", "crossings", "wide", "out of range", "a bar");
      row(table, "filled voices", evaluation.faults());
      row(table, "the originals", evaluation.originalFaults());
      request.console().print(table.toString());
      request
          .console()
          .print(
              String.format(
                  Locale.ROOT,
                  "%d held-out chorales; %.1f %% of the filled notes are the original's",
                  evaluation.chorales(),
                  100 * evaluation.agreement()));
      request.console().printJson(evaluation);
    }
    return ExitStatus.DONE;
  }

  private static void row(Table table, String name, VoiceLeading faults) {
    table.row(
        name,
        faults.fifths(),
        faults.octaves(),
        faults.crossings(),
        faults.spacings(),
        faults.ranges(),
        String.format(Locale.ROOT, "%.3f", faults.perBar()));
  }
}
