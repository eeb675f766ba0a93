package ductus.cli.speech;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.LearnedData;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.file.BadFileException;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.speech.SpeechConfig;
import ductus.model.speech.SpeechNetwork;
import ductus.task.speech.SpeechEvaluation;
import ductus.task.speech.SpeechReader;
import ductus.task.speech.SpokenSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ductus evaluate} with a model that hears words. */
public final class SpeechEvaluationReport implements ModelEvaluation {
  private static final String THINGS = "recordings";
  private static final int MOST_MISTAKES = 10;

  @Override
  public List<String> encodings() {
    return List.of(SpeechNetwork.ENCODING);
  }

  /** Says how many words are wrong in recordings that the model did not learn. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path data = request.folder();
    Path training = request.source().training();
    Console console = request.console();
    ModelFile<SpeechConfig, SpeechNetwork> model = SpeechReader.open(found);
    List<String> pieces = model.header().pieces();
    SpokenSet all = read(data, request);
    SpokenSet unseen = all.without(pieces);
    LearnedData.leaveOut(
        data, THINGS, all.utterances().size(), unseen.utterances().size(), console);
    SpokenSet learned = (training == null ? all : read(training, request)).among(pieces);
    if (!LearnedData.isAtHand(THINGS, learned.utterances().size(), pieces.size(), console)) {
      learned = learned.among(List.of());
    }
    SpeechEvaluation evaluation;
    try (Workers workers = new Workers(1)) {
      evaluation = SpeechEvaluation.of(new SpeechReader(model, workers), unseen, learned);
    }
    console.print(evaluation.text(THINGS));
    for (SpeechEvaluation.Mistake each :
        evaluation.mistakes().stream().limit(MOST_MISTAKES).toList()) {
      console.print(
          String.format(
              Locale.ROOT, "%s\tsaid: %s\theard: %s", each.file(), each.said(), each.heard()));
    }
    console.printJson(evaluation);
    return console.warnOfLeftOut(all.leftOut());
  }

  private static SpokenSet read(Path path, EvaluationRequest request)
      throws BadFileException, IOException {
    try (Progress progress = request.console().progress("Reading")) {
      return SpokenSet.read(path, request.common().threads(), progress);
    }
  }
}
