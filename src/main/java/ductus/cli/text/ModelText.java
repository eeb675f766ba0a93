package ductus.cli.text;

import ductus.model.Condition;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.NetworkConfig;
import ductus.workbench.report.ModelReport;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report on a model, for people. */
public final class ModelText {
  private ModelText() {}

  public static String of(ModelReport report) {
    StringBuilder text = new StringBuilder();
    NetworkConfig network = report.network();
    TrainingSummary training = report.training();
    line(text, "%s", report.name());
    line(text, "  sha-256    %s", report.sha256());
    line(
        text,
        "  encoding   %s, version %d; vocabulary of %,d tokens%s",
        report.encoding().name(),
        report.encoding().version(),
        network.vocabularySize(),
        report.encoding().merges() == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d of them merged", report.encoding().merges()));
    line(
        text,
        "  network    embedding %d, %s of %d units (%s)%s, dropout %s",
        network.embeddingSize(),
        Words.count(network.layers(), "layer"),
        network.hiddenSize(),
        network.cell(),
        network.skip() ? " with skip" : "",
        network.dropout());
    line(
        text,
        "  parameters %,d in %s",
        report.parameters(),
        Words.count(report.tensors().size(), "tensor"));
    line(
        text,
        "  trained    on %s, %s; seed %d, epoch %d, Ductus %s",
        Words.count(report.trainingPieces(), "piece"),
        training.corpus(),
        training.seed(),
        training.epochs(),
        training.program());
    line(text, "  held out   %.4f nats a token", training.validationNats());
    for (Condition condition : report.conditions()) {
      line(text, "  condition  %s: %s", condition.name(), String.join(", ", condition.labels()));
    }
    if (report.trainingRuns() != null) {
      line(
          text,
          "  run index  %s",
          report.trainingRuns().stream()
              .map(
                  runs -> String.format(Locale.ROOT, "%,d of %d notes", runs.count(), runs.notes()))
              .collect(Collectors.joining(", ")));
    }
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
