package ductus.task.handwriting;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.place.FoundModel;
import ductus.task.ModelSheet;
import ductus.task.Report;
import ductus.task.TensorSize;
import ductus.task.handwriting.synthesis.HandModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model that writes by hand says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of its points
 * @param encodingVersion of that
 * @param alphabet the characters that it can write; null where it writes freely
 * @param hands that it has learned
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param target what its loss is of
 * @param tensors the weights, in the order of the file
 */
record HandModelReport(
    String name,
    String sha256,
    String encoding,
    int encodingVersion,
    @Nullable String alphabet,
    List<String> hands,
    long parameters,
    ModelHeader.TrainingSummary training,
    String target,
    List<TensorSize> tensors) {
  HandModelReport {
    hands = List.copyOf(hands);
    tensors = List.copyOf(tensors);
  }

  /** Describes a model. */
  static Report of(FoundModel found) throws BadFileException {
    ModelFile<PenNetworkConfig, PenNetwork> file = HandModel.of(found).file();
    ModelHeader<PenNetworkConfig> header = file.header();
    PenNetworkConfig.TextWindow window = header.network().window();
    HandModelReport report =
        new HandModelReport(
            found.place().name(),
            found.sha256(),
            header.encoding(),
            header.encodingVersion(),
            window == null ? null : window.alphabet().characters(),
            header.network().styleNames(),
            file.network().size(),
            header.training(),
            "pen point",
            TensorSize.of(file.network()));
    return new Report(report, report.text());
  }

  private String text() {
    ModelSheet sheet =
        new ModelSheet(name, sha256, tensors)
            .line("encoding", "%s, version %d", encoding, encodingVersion);
    if (alphabet != null) {
      sheet.line("characters", "%s", alphabet.strip());
    }
    return sheet
        .line("hands", "%s", String.join(", ", hands))
        .parameters(parameters)
        .trained(training.corpus(), training, target)
        .text();
  }
}
