package ductus.cli.translation;

import ductus.cli.option.CommonOptions;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.task.translation.PairFile;
import ductus.task.translation.TextPair;
import ductus.task.translation.TranslationEvaluation;
import ductus.task.translation.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ductus evaluate} with a model that translates. */
public final class PairEvaluation {
  private final CommonOptions common;

  /** An evaluation by the options of the command. */
  public PairEvaluation(CommonOptions common) {
    this.common = common;
  }

  /**
   * Tells how often a translation is the one wanted.
   *
   * @param file of pairs; those that the model cannot read are left out
   * @return exit status
   */
  public int run(FoundModel found, Path file) throws BadFileException, IOException {
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
      common.console().print(PairText.of(evaluation));
      common.console().printJson(evaluation);
    }
    return common.console().warnOfLeftOut(leftOut);
  }
}
