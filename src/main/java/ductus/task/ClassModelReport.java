package ductus.task;

import ductus.format.NumberText;
import ductus.model.CoreConfig;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.model.place.FoundModel;
import ductus.task.ModelSheet.TensorSize;
import java.util.List;

/**
 * What a model that says labels, of wholes or of each word, says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding what it reads
 * @param labels that it tells apart
 * @param layers of its network
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param learned number of things that it was trained on
 * @param tensors the weights, in the order of the file
 */
public record ClassModelReport(
    String name,
    String sha256,
    String encoding,
    List<String> labels,
    CoreConfig layers,
    long parameters,
    ModelHeader.TrainingSummary training,
    int learned,
    List<TensorSize> tensors) {
  public ClassModelReport {
    labels = List.copyOf(labels);
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was opened. */
  public static Report of(
      FoundModel found,
      ModelHeader<?> header,
      List<String> labels,
      CoreConfig layers,
      Trainable network) {
    ClassModelReport report =
        new ClassModelReport(
            found.place().name(),
            found.sha256(),
            header.encoding(),
            labels,
            layers,
            network.size(),
            header.training(),
            header.pieces().size(),
            TensorSize.of(network));
    return new Report(report, report.text());
  }

  private String text() {
    return new ModelSheet(name, sha256, tensors)
        .line("reads", "%s", encoding)
        .line("says", "%s", String.join(", ", labels))
        .line(
            "network",
            "%s of %d units (%s), dropout %s",
            NumberText.count(layers.layers(), "layer"),
            layers.hiddenSize(),
            layers.cell(),
            layers.dropout())
        .parameters(parameters)
        .trained(training.corpus(), training, "label")
        .text();
  }
}
