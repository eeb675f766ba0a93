package ductus.inspection;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.task.harmony.HarmonizationKind;
import ductus.task.harmony.HarmonyModels;
import java.util.List;

/**
 * What a model of harmony says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of what it reads, with the version of the features
 * @param network its shape
 * @param parameters how many numbers were learnt
 * @param training how
 * @param trainingPieces how many of those that it was trained on are known by their hash
 * @param target what its loss is of
 * @param tensors the weights, in the order of the file
 */
public record HarmonyModelReport(
    String name,
    String sha256,
    Encoding encoding,
    TaggingConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    int trainingPieces,
    String target,
    List<ModelReport.Tensor> tensors) {
  /** Name of what it reads and tells, and version of the features. */
  public record Encoding(String name, int version) {}

  public HarmonyModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Looks at a model. */
  public static HarmonyModelReport of(FoundModel found, HarmonizationKind texture)
      throws BadFileException {
    ModelFile<TaggingConfig, TaggingNetwork> file = HarmonyModels.open(found, texture);
    ModelHeader<TaggingConfig> header = file.header();
    return new HarmonyModelReport(
        found.place().name(),
        found.sha256(),
        new Encoding(header.encoding(), header.encodingVersion()),
        header.network(),
        header.network().weights(),
        header.training(),
        header.pieces().size(),
        texture.target(),
        file.network().parameters().stream().map(ModelReport.Tensor::of).toList());
  }
}
