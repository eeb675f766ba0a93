package ductus.cli.text;

import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.tagging.TaggingConfig;
import ductus.workbench.report.HarmonyModelReport;
import java.util.Locale;

/** A report on a model of harmony, for people. */
public final class HarmonyModelText {
  private HarmonyModelText() {}

  public static String of(HarmonyModelReport report) {
    StringBuilder text = new StringBuilder();
    TaggingConfig network = report.network();
    TrainingSummary training = report.training();
    line(text, "%s", report.name());
    line(text, "  sha-256    %s", report.sha256());
    line(
        text,
        "  encoding   %s, version %d; %d rows a step of %d, %d labels",
        report.encoding().name(),
        report.encoding().version(),
        network.perStep(),
        network.tableRows(),
        network.labels());
    line(
        text,
        "  network    embedding %d, %s of %d units (lstm, both directions), dropout %s",
        network.embeddingSize(),
        Words.count(network.layers(), "layer"),
        network.hiddenSize(),
        network.dropout());
    line(
        text,
        "  parameters %,d in %s",
        report.parameters(),
        Words.count(report.tensors().size(), "tensor"));
    line(
        text,
        "  trained    on %s%s; seed %d, epoch %d, Ductus %s",
        report.trainingPieces() == 0 ? "" : Words.count(report.trainingPieces(), "piece") + ", ",
        training.corpus(),
        training.seed(),
        training.epochs(),
        training.program());
    line(text, "  held out   %.4f nats a %s", training.validationNats(), report.target());
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
