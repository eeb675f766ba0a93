package ductus.cli.music.evaluation;

import ductus.cli.console.Console;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.format.FrameEvaluationText;
import ductus.cluster.evaluation.KeyNats;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.frame.FrameNetwork;
import ductus.model.place.FoundModel;
import ductus.task.music.frames.FrameEvaluation;
import ductus.task.music.frames.KeyScoring;
import ductus.task.music.kind.FrameCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * {@code ductus evaluate} with a model that predicts each key of a frame by itself: how well it
 * predicts frames.
 */
public final class KeysEvaluation implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(FrameNetwork.ENCODING);
  }

  @Override
  public boolean isForClusters() {
    return true;
  }

  @Override
  public Set<String> ownOptions() {
    return Set.of("--split");
  }

  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path path = request.folder();
    Console console = request.console();
    Kernels kernels = KernelChoice.best();
    console.noticeOfKernels(kernels);
    FrameCollection collection = FrameReading.asked(FrameReading.all(path, request), request);
    int status = console.warnOfLeftOut(collection.leftOut());
    try (Workers workers = new Workers(request.common().threads())) {
      FrameNetwork network = found.open(FrameNetwork.KIND).network();
      FrameEvaluation frames =
          request.measure(
              found,
              there ->
                  FrameEvaluation.of(
                      found.place().name(),
                      found.sha256(),
                      there
                          .map(KeyNats::by)
                          .orElseGet(() -> new KeyScoring(network, kernels, workers)),
                      collection));
      console.print(FrameEvaluationText.of(frames));
      console.printJson(frames);
    }
    return status;
  }
}
