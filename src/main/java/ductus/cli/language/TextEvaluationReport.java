package ductus.cli.language;

import ductus.cli.console.Console;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.cli.option.CommonOptions;
import ductus.cli.train.StageProgress;
import ductus.cluster.evaluation.TextNats;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.format.Table;
import ductus.model.place.FoundModel;
import ductus.task.language.TextCorpus;
import ductus.task.language.TextEvaluation;
import ductus.task.language.TextModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ductus evaluate} of a language model. */
public final class TextEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return TextModel.ENCODINGS;
  }

  @Override
  public boolean isForClusters() {
    return true;
  }

  /** Measures a model on the text of a folder that it did not learn. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path folder = request.folder();
    CommonOptions common = request.common();
    TextModel model = TextModel.of(found);
    TextCorpus corpus;
    try (StageProgress stages = new StageProgress(common.console())) {
      corpus = TextCorpus.read(folder, common.threads(), stages);
    }
    Console console = common.console();
    int status = console.warnOfLeftOut(corpus.leftOut());
    TextEvaluation evaluation =
        request.measure(
            found,
            there ->
                there.isPresent()
                    ? TextEvaluation.of(model, folder, corpus, TextNats.by(there.get()))
                    : TextEvaluation.of(model, folder, corpus, common.threads()));
    console.printJson(evaluation);
    console.print(text(evaluation));
    return status;
  }

  private static String text(TextEvaluation evaluation) {
    Table table = new Table("predicted by", "bits/character", "bits/word", "perplexity/token");
    row(table, "the model", evaluation.network());
    if (evaluation.counts() != null) {
      row(
          table,
          String.format(Locale.ROOT, "%d-grams, Kneser–Ney", evaluation.counts().order()),
          evaluation.counts().figures());
    }
    if (evaluation.unigram() != null) {
      row(table, "each token's frequency", evaluation.unigram());
    }
    return String.format(
        Locale.ROOT,
        "%s held out, %s of them unknown to the model; %,d it was trained on%n%n%s",
        NumberText.count(evaluation.passages(), "passage")
            + " of "
            + NumberText.count(evaluation.characters(), "character"),
        NumberText.count(evaluation.unknown(), "character"),
        evaluation.trainedOn(),
        table);
  }

  private static void row(Table table, String name, TextEvaluation.Figures figures) {
    table.row(
        name,
        String.format(Locale.ROOT, "%.3f", figures.bitsPerCharacter()),
        String.format(Locale.ROOT, "%.2f", figures.bitsPerWord()),
        String.format(Locale.ROOT, "%.2f", figures.perplexity()));
  }
}
