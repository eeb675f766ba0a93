package ductus.cli;

import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.text.FolderText;
import ductus.cli.text.ModelText;
import ductus.cli.text.ScoreText;
import ductus.file.BadFileException;
import ductus.workbench.ModelCatalogue;
import ductus.workbench.corpus.ScoreFile;
import ductus.workbench.report.FolderReport;
import ductus.workbench.report.ModelReport;
import ductus.workbench.report.ScoreReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus inspect PATH}: what is in a file, a folder or a model. */
@Command(
    name = "inspect",
    description = {
      "Shows what is in a MIDI or ABC file, in a folder of them, or in a model.",
      "",
      "Of a file: tempo, metre, key, tracks, chord symbols, which voice was taken for the melody and"
          + " why, and its tokens. Of a folder: how many pieces and melodies it has, and what was left"
          + " out and why. Of a model: its shape, how it was trained, its weights.",
      ""
    })
final class InspectCommand implements Callable<Integer> {
  private static final String MODEL_ENDING = ".safetensors";

  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "PATH",
      description =
          "A MIDI or ABC file, a folder, a model's file or training run, or the name of a"
              + " model that ships, such as folk.")
  private String path;

  @Override
  public Integer call() throws BadFileException, IOException {
    Path file = Path.of(path);
    if (isModel(file)) {
      ModelReport report = ModelReport.of(ModelCatalogue.open(path));
      common.console().printJson(report);
      common.console().print(ModelText.of(report));
      return ExitStatus.DONE;
    }
    return Files.isDirectory(file) ? folder(file) : score(file);
  }

  private boolean isModel(Path file) {
    return path.endsWith(MODEL_ENDING)
        || Files.exists(file.resolve(ModelCatalogue.MODEL))
        || (!Files.exists(file) && ModelCatalogue.SHIPPED.contains(path));
  }

  private int folder(Path folder) throws BadFileException, IOException {
    FolderReport.Survey survey;
    try (Progress progress = common.console().progress("Reading")) {
      survey = FolderReport.read(folder, common.threads(), progress::reach);
    }
    common.console().printJson(survey.report());
    common.console().print(FolderText.of(survey.report(), common.console().isVerbose()));
    return common.console().warnOfLeftOut(survey.leftOut());
  }

  private int score(Path file) throws BadFileException, IOException {
    ScoreReport report = ScoreReport.of(file, ScoreFile.read(file));
    common.console().printJson(report);
    common.console().print(ScoreText.of(report));
    return ExitStatus.DONE;
  }
}
