package ductus.task.harmony;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;

/**
 * A description of a model of harmony.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of what it reads, with the version of the features
 * @param network its shape
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param trainingPieces how many of those that it was trained on are known by their hash
 * @param target what its loss is of
 * @param tensors the weights, in the order of the file
 */
record HarmonyModelReport(
    String name,
    String sha256,
    Encoding encoding,
    TaggingConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    int trainingPieces,
    String target,
    List<TensorSize> tensors) {
  /** Name of what it reads and tells, and version of the features. */
  record Encoding(String name, int version) {}

  HarmonyModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was found. */
  static Report of(FoundModel found, HarmonizationKind texture) throws BadFileException {
    ModelFile<TaggingConfig, TaggingNetwork> file = HarmonyModels.open(found, texture);
    ModelHeader<TaggingConfig> header = file.header();
    HarmonyModelReport report =
        new HarmonyModelReport(
            found.place().name(),
            found.sha256(),
            new Encoding(header.encoding(), header.encodingVersion()),
            header.network(),
            header.network().weights(),
            header.training(),
            header.pieces().size(),
            texture.target(),
            TensorSize.of(file.network()));
    return new Report(report, report.text());
  }

  private String text() {
    return new ModelSheet(name, sha256, tensors)
        .line(
            "encoding",
            "%s, version %d; %d rows a step of %d, %d labels",
            encoding.name(),
            encoding.version(),
            network.perStep(),
            network.tableRows(),
            network.labels())
        .line(
            "network",
            "embedding %d, %s of %d units (lstm, both directions), dropout %s",
            network.embeddingSize(),
            NumberText.count(network.layers(), "layer"),
            network.hiddenSize(),
            network.dropout())
        .parameters(parameters)
        .trained(material(), training, target)
        .text();
  }

  private String material() {
    String pieces = trainingPieces == 0 ? "" : NumberText.count(trainingPieces, "piece") + ", ";
    return pieces + training.corpus();
  }
}
