package ductus.cli.format;

import ductus.inspection.ModelReport;
import ductus.model.ModelHeader.TrainingSummary;
import java.util.List;
import java.util.Locale;

/** What people are told of a model, line by line; what all models have stands here once. */
final class ModelSheet {
  private final StringBuilder text = new StringBuilder();
  private final List<ModelReport.Tensor> tensors;

  /** A sheet with the name of the model and the hash of its file. */
  ModelSheet(String name, String sha256, List<ModelReport.Tensor> tensors) {
    this.tensors = List.copyOf(tensors);
    text.append(name).append(System.lineSeparator());
    line("sha-256", "%s", sha256);
  }

  /** Adds a line. */
  ModelSheet line(String label, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "  %-10s ", label))
        .append(String.format(Locale.ROOT, format, values))
        .append(System.lineSeparator());
    return this;
  }

  /** Adds the number of weights. */
  ModelSheet parameters(long count) {
    return line("parameters", "%,d in %s", count, NumberText.count(tensors.size(), "tensor"));
  }

  /**
   * Adds how it was trained, and how good it was on what was held out.
   *
   * @param material what it learned from
   * @param target what the loss is of, such as {@code token}
   */
  ModelSheet trained(String material, TrainingSummary training, String target) {
    line(
        "trained",
        "on %s; seed %d, epoch %d, Ductus %s",
        material,
        training.seed(),
        training.epochs(),
        training.program());
    return line("held out", "%.4f nats a %s", training.validationNats(), target);
  }

  /** Adds a table behind an empty line. */
  ModelSheet table(Table table) {
    text.append(System.lineSeparator()).append(table).append(System.lineSeparator());
    return this;
  }

  /** The sheet, with the table of its tensors at the end. */
  String text() {
    Table table = new Table("tensor", "rows", "columns");
    tensors.forEach(each -> table.row(each.name(), each.rows(), each.columns()));
    return table(table).text.toString().stripTrailing();
  }
}
