package ductus.cli.text;

import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.pen.Alphabet;
import ductus.model.translation.TranslationConfig;
import ductus.workbench.report.TranslationModelReport;
import java.util.Locale;

/** A report on a model that translates, for people. */
public final class TranslationModelText {
  private TranslationModelText() {}

  public static String of(TranslationModelReport report) {
    StringBuilder text = new StringBuilder();
    TranslationConfig network = report.network();
    TrainingSummary training = report.training();
    line(text, "%s", report.name());
    line(text, "  sha-256    %s", report.sha256());
    line(text, "  reads      %s", characters(network.source(), network.longestSource()));
    line(text, "  writes     %s", characters(network.target(), network.longestTarget()));
    line(
        text,
        "  network    embedding %d, %s of %d units (%s), attention %s, dropout %s",
        network.embeddingSize(),
        Words.count(network.encoder().layers(), "layer"),
        network.encoder().hiddenSize(),
        network.encoder().cell(),
        network.attention(),
        network.encoder().dropout());
    line(
        text,
        "  parameters %,d in %s",
        report.parameters(),
        Words.count(report.tensors().size(), "tensor"));
    line(
        text,
        "  trained    on %s; seed %d, epoch %d, Ductus %s",
        training.corpus(),
        training.seed(),
        training.epochs(),
        training.program());
    line(text, "  held out   %.4f nats a character", training.validationNats());
    line(text, "");
    Table table = new Table("tensor", "rows", "columns");
    report.tensors().forEach(each -> table.row(each.name(), each.rows(), each.columns()));
    line(text, "%s", table);
    return text.toString().stripTrailing();
  }

  private static String characters(Alphabet alphabet, int longest) {
    return "%s, texts of %d at most: %s"
        .formatted(
            Words.count(alphabet.size() - 1L, "character"), longest, alphabet.characters().strip());
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
