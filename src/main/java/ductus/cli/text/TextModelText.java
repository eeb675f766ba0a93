package ductus.cli.text;

import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.NetworkConfig;
import ductus.workbench.report.TextModelReport;
import java.util.Locale;

/** A report on a language model, for people. */
public final class TextModelText {
  private TextModelText() {}

  public static String of(TextModelReport report) {
    StringBuilder text = new StringBuilder();
    NetworkConfig network = report.network();
    TrainingSummary training = report.training();
    line(text, "%s", report.name());
    line(text, "  sha-256    %s", report.sha256());
    line(
        text, "  encoding   %s, %,d different tokens", report.encoding(), network.vocabularySize());
    line(
        text,
        "  network    embedding %d, %s of %d units (%s), dropout %s",
        network.embeddingSize(),
        Words.count(network.layers(), "layer"),
        network.hiddenSize(),
        network.cell(),
        network.dropout());
    line(
        text,
        "  parameters %,d in %s",
        report.parameters(),
        Words.count(report.tensors().size(), "tensor"));
    line(
        text,
        "  trained    on %s of %s; seed %d, epoch %d, Ductus %s",
        Words.count(report.trainingPassages(), "passage"),
        training.corpus(),
        training.seed(),
        training.epochs(),
        training.program());
    line(text, "  held out   %.4f nats a token", training.validationNats());
    line(text, "");
    Table table = new Table("tensor", "rows", "columns");
    report.tensors().forEach(each -> table.row(each.name(), each.rows(), each.columns()));
    line(text, "%s", table);
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
