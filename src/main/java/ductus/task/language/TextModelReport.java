package ductus.task.language;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.model.ModelHeader;
import ductus.model.NetworkConfig;
import ductus.model.place.FoundModel;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import ductus.task.language.TextModel.TextNetworkConfig;
import java.util.List;

/**
 * A description of a language model, as JSON names it.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding characters or words
 * @param network its shape
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param trainingPassages that it was trained on
 * @param tensors the weights, in the order of the file
 */
public record TextModelReport(
    String name,
    String sha256,
    String encoding,
    NetworkConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    int trainingPassages,
    List<TensorSize> tensors) {
  public TextModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was found. */
  public static Report of(FoundModel found) throws BadFileException {
    TextModel model = TextModel.of(found);
    ModelHeader<TextNetworkConfig> header = model.file().header();
    TextModelReport report =
        new TextModelReport(
            found.place().name(),
            found.sha256(),
            header.encoding(),
            header.network().network(),
            model.network().size(),
            header.training(),
            header.pieces().size(),
            TensorSize.of(model.network()));
    return new Report(report, report.text());
  }

  private String text() {
    return new ModelSheet(name, sha256, tensors)
        .line("encoding", "%s, %,d different tokens", encoding, network.vocabularySize())
        .line(
            "network",
            "embedding %d, %s of %d units (%s), dropout %s",
            network.embeddingSize(),
            NumberText.count(network.layers(), "layer"),
            network.hiddenSize(),
            network.cell(),
            network.dropout())
        .parameters(parameters)
        .trained(
            NumberText.count(trainingPassages, "passage") + " of " + training.corpus(),
            training,
            "token")
        .text();
  }
}
