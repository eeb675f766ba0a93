package ductus.inspection;

import ductus.file.BadFileException;
import ductus.model.ModelHeader;
import ductus.model.NetworkConfig;
import ductus.model.place.FoundModel;
import ductus.task.language.TextModel;
import ductus.task.language.TextNetworkConfig;
import java.util.List;

/**
 * What a language model says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding characters or words
 * @param network its shape
 * @param parameters how many numbers were learnt
 * @param training how
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
    List<ModelReport.Tensor> tensors) {
  public TextModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Looks at a model. */
  public static TextModelReport of(FoundModel found) throws BadFileException {
    TextModel model = TextModel.of(found);
    ModelHeader<TextNetworkConfig> header = model.file().header();
    return new TextModelReport(
        found.place().name(),
        found.sha256(),
        header.encoding(),
        header.network().network(),
        model.network().size(),
        header.training(),
        header.pieces().size(),
        model.network().parameters().stream().map(ModelReport.Tensor::of).toList());
  }
}
