package ductus.inspection;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import ductus.task.translation.Translator;
import java.util.List;

/**
 * What a model that translates says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param network its shape; the characters are in it
 * @param parameters how many numbers were learnt
 * @param training how
 * @param tensors the weights, in the order of the file
 */
public record TranslationModelReport(
    String name,
    String sha256,
    TranslationConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    List<ModelReport.Tensor> tensors) {
  public TranslationModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Looks at a model. */
  public static TranslationModelReport of(FoundModel found) throws BadFileException {
    ModelFile<TranslationConfig, TranslationNetwork> file = Translator.open(found);
    return new TranslationModelReport(
        found.place().name(),
        found.sha256(),
        file.header().network(),
        file.network().size(),
        file.header().training(),
        file.network().parameters().stream().map(ModelReport.Tensor::of).toList());
  }
}
