package ductus.cli.caption;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.LearnedData;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.file.BadFileException;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.caption.CaptionConfig;
import ductus.model.caption.CaptionNetwork;
import ductus.model.place.FoundModel;
import ductus.task.caption.CaptionEvaluation;
import ductus.task.caption.SketchCaptioner;
import ductus.task.caption.SketchSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ductus evaluate} with a model that writes captions. */
public final class CaptionEvaluationReport implements ModelEvaluation {
  private static final String THINGS = "sketches";
  private static final int MOST_MISTAKES = 10;

  @Override
  public List<String> encodings() {
    return List.of(CaptionNetwork.ENCODING);
  }

  /** Says how many captions are right of sketches that the model did not learn. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path data = request.folder();
    Path training = request.source().training();
    Console console = request.console();
    ModelFile<CaptionConfig, CaptionNetwork> model = SketchCaptioner.open(found);
    List<String> pieces = model.header().pieces();
    SketchSet all = read(data, request);
    SketchSet unseen = all.without(pieces);
    LearnedData.leaveOut(data, THINGS, all.sketches().size(), unseen.sketches().size(), console);
    SketchSet learned = (training == null ? all : read(training, request)).among(pieces);
    if (!LearnedData.isAtHand(THINGS, learned.sketches().size(), pieces.size(), console)) {
      learned = learned.among(List.of());
    }
    CaptionEvaluation evaluation;
    try (Workers workers = new Workers(1)) {
      evaluation =
          CaptionEvaluation.of(
              new SketchCaptioner(model, SketchCaptioner.USUAL_BEAM, workers), unseen, learned);
    }
    console.print(evaluation.text(THINGS));
    for (CaptionEvaluation.Mistake each :
        evaluation.mistakes().stream().limit(MOST_MISTAKES).toList()) {
      console.print(
          String.format(
              Locale.ROOT, "%s\twanted: %s\tsaid: %s", each.file(), each.wanted(), each.said()));
    }
    console.printJson(evaluation);
    return console.warnOfLeftOut(all.leftOut());
  }

  private static SketchSet read(Path path, EvaluationRequest request)
      throws BadFileException, IOException {
    try (Progress progress = request.console().progress("Reading")) {
      return SketchSet.read(path, progress);
    }
  }
}
