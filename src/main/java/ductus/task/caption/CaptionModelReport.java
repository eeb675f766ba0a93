package ductus.task.caption;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.caption.CaptionConfig;
import ductus.model.caption.CaptionNetwork;
import ductus.model.caption.SketchPicture;
import ductus.model.place.FoundModel;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;

/**
 * A description of a model that writes captions.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param network its shape
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param learned number of sketches that it was trained on
 * @param tensors the weights, in the order of the file
 */
record CaptionModelReport(
    String name,
    String sha256,
    CaptionConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    int learned,
    List<TensorSize> tensors) {
  CaptionModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was found. */
  static Report of(FoundModel found) throws BadFileException {
    ModelFile<CaptionConfig, CaptionNetwork> file = SketchCaptioner.open(found);
    CaptionModelReport report =
        new CaptionModelReport(
            found.place().name(),
            found.sha256(),
            file.header().network(),
            file.network().size(),
            file.header().training(),
            file.header().pieces().size(),
            TensorSize.of(file.network()));
    return new Report(report, report.text());
  }

  private String text() {
    return new ModelSheet(name, sha256, tensors)
        .line("reads", "sketches of %d by %d pixels", SketchPicture.WIDTH, SketchPicture.HEIGHT)
        .line(
            "writes",
            "captions of %d characters at most: %s",
            network.longestTarget(),
            network.target().characters().strip())
        .line(
            "network",
            "%s of %d units over small squares and as they join (%s), attention %s, embedding %d,"
                + " dropout %s",
            NumberText.count(network.encoder().layers() + 1L, "layer"),
            network.encoder().hiddenSize(),
            network.encoder().cell(),
            network.attention(),
            network.embeddingSize(),
            network.encoder().dropout())
        .parameters(parameters)
        .trained(training.corpus(), training, "character")
        .text();
  }
}
