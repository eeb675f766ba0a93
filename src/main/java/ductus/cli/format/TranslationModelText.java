package ductus.cli.format;

import ductus.inspection.TranslationModelReport;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.pen.Alphabet;
import ductus.model.translation.TranslationConfig;

/** A report on a model that translates, for people. */
public final class TranslationModelText {
  private TranslationModelText() {}

  public static String of(TranslationModelReport report) {
    TranslationConfig network = report.network();
    TrainingSummary training = report.training();
    ModelSheet sheet = new ModelSheet(report.name(), report.sha256(), report.tensors());
    sheet.line("reads", "%s", characters(network.source(), network.longestSource()));
    sheet.line("writes", "%s", characters(network.target(), network.longestTarget()));
    sheet.line(
        "network",
        "embedding %d, %s of %d units (%s), attention %s, dropout %s",
        network.embeddingSize(),
        NumberText.count(network.encoder().layers(), "layer"),
        network.encoder().hiddenSize(),
        network.encoder().cell(),
        network.attention(),
        network.encoder().dropout());
    sheet.parameters(report.parameters());
    sheet.trained(training.corpus(), training, "character");
    return sheet.text();
  }

  private static String characters(Alphabet alphabet, int longest) {
    return "%s, texts of %d at most: %s"
        .formatted(
            NumberText.count(alphabet.size() - 1L, "character"),
            longest,
            alphabet.characters().strip());
  }
}
