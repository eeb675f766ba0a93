package ductus.cli.translation;

import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.model.translation.TranslationNetwork;
import ductus.task.translation.PairFile;
import ductus.task.translation.TextPair;
import ductus.task.translation.TranslationEvaluation;
import ductus.task.translation.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ductus evaluate} with a model that translates. */
public final class PairEvaluation implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(TranslationNetwork.ENCODING);
  }

  /** Says how often a translation is the one wanted; pairs that cannot be read are left out. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path file = request.folder();
    List<LeftOut> leftOut = new ArrayList<>();
    List<TextPair> readable = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      Translator translator =
          new Translator(
              Translator.open(found).network(),
              Translator.USUAL_BEAM,
              KernelChoice.best(),
              workers);
      for (TextPair pair : PairFile.read(file).pairs()) {
        try {
          translator.require(pair.source());
          readable.add(pair);
        } catch (IllegalArgumentException unreadable) {
          leftOut.add(new LeftOut(file, pair.source() + ": " + unreadable.getMessage()));
        }
      }
      if (readable.isEmpty()) {
        throw new BadFileException(
            file, leftOut.isEmpty() ? "has no pairs" : leftOut.get(0).reason());
      }
      TranslationEvaluation evaluation = TranslationEvaluation.of(translator, readable);
      request.console().print(PairText.of(evaluation));
      request.console().printJson(evaluation);
    }
    return request.console().warnOfLeftOut(leftOut);
  }
}
