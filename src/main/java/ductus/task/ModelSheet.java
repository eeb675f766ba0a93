package ductus.task;

import ductus.format.NumberText;
import ductus.format.Table;
import ductus.model.ModelHeader.TrainingSummary;
import ductus.model.Trainable;
import ductus.nn.Parameter;
import java.util.List;
import java.util.Locale;

/** What people are told of a model, line by line; what all models have stands here once. */
public final class ModelSheet {
  /**
   * The size of a matrix of weights, as reports on models list them.
   *
   * @param name of the weights in the model's file
   */
  public record TensorSize(String name, int rows, int columns) {
    /** The sizes of all weights of a network, in the order of its file. */
    public static List<TensorSize> of(Trainable network) {
      return network.parameters().stream().map(TensorSize::of).toList();
    }

    private static TensorSize of(Parameter parameter) {
      return new TensorSize(
          parameter.name(), parameter.value().getNumRows(), parameter.value().getNumCols());
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final List<TensorSize> tensors;

  /** A sheet with the name of the model and the hash of its file. */
  public ModelSheet(String name, String sha256, List<TensorSize> tensors) {
    this.tensors = List.copyOf(tensors);
    text.append(name).append(System.lineSeparator());
    line("sha-256", "%s", sha256);
  }

  /** Adds a line. */
  public ModelSheet line(String label, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "  %-10s ", label))
        .append(String.format(Locale.ROOT, format, values))
        .append(System.lineSeparator());
    return this;
  }

  /** Adds the number of weights. */
  public ModelSheet parameters(long count) {
    return line("parameters", "%,d in %s", count, NumberText.count(tensors.size(), "tensor"));
  }

  /**
   * Adds how it was trained, and how good it was on what was held out.
   *
   * @param material what it learned from
   * @param target what the loss is of, such as {@code token}
   */
  public ModelSheet trained(String material, TrainingSummary training, String target) {
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
  public ModelSheet table(Table table) {
    text.append(System.lineSeparator()).append(table).append(System.lineSeparator());
    return this;
  }

  /** The sheet, with the table of its tensors at the end. */
  public String text() {
    Table table = new Table("tensor", "rows", "columns");
    tensors.forEach(each -> table.row(each.name(), each.rows(), each.columns()));
    return table(table).text.toString().stripTrailing();
  }
}
