package ductus.cli;

import ductus.cli.console.Progress;
import ductus.cli.option.CommonOptions;
import ductus.cli.text.FrameEvaluationText;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.frame.FrameNetwork;
import ductus.workbench.FoundModel;
import ductus.workbench.kind.MusicModels;
import ductus.workbench.kind.PolyKind;
import ductus.workbench.poly.ChordScoring;
import ductus.workbench.poly.FrameCollection;
import ductus.workbench.poly.FrameEvaluation;
import ductus.workbench.poly.FrameScoring;
import ductus.workbench.poly.KeyScoring;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code ductus evaluate} with a model of polyphony: how well it predicts frames. */
final class FramesEvaluation {
  private final CommonOptions common;

  FramesEvaluation(CommonOptions common) {
    this.common = common;
  }

  /**
   * Measures a model.
   *
   * @param source JSON, MIDI or a folder
   * @param split of a JSON file; null for all
   * @return exit status
   */
  int run(FoundModel found, Path source, @Nullable String split)
      throws BadFileException, IOException {
    FrameCollection collection = read(source, split);
    int status = common.console().warnOfLeftOut(collection.leftOut());
    Kernels kernels = KernelChoice.best();
    common.console().noticeOfKernels(kernels);
    try (Workers workers = new Workers(common.threads())) {
      FrameEvaluation evaluation =
          FrameEvaluation.of(
              found.place().name(), found.sha256(), scoring(found, kernels, workers), collection);
      common.console().print(FrameEvaluationText.of(evaluation));
      common.console().printJson(evaluation);
    }
    return status;
  }

  private FrameCollection read(Path source, @Nullable String split)
      throws BadFileException, IOException {
    FrameCollection all;
    try (Progress progress = common.console().progress("Reading")) {
      all = FrameCollection.read(source, progress::reach);
    }
    try {
      return split == null ? all : all.only(split);
    } catch (IllegalArgumentException unknown) {
      throw common.wrongUsage("--split: " + unknown.getMessage());
    }
  }

  private static FrameScoring scoring(FoundModel found, Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    return found.encoding().equals(FrameNetwork.ENCODING)
        ? new KeyScoring(found.open(FrameNetwork.KIND).network(), kernels, workers)
        : new ChordScoring(
            MusicModels.open(found, new PolyKind()).file().network(), kernels, workers);
  }
}
