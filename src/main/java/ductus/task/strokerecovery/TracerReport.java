package ductus.task.strokerecovery;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.model.tracing.TracerConfig;
import ductus.model.tracing.TracerNetwork;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;

/**
 * The description of a model that draws letters from their pictures.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of its pictures
 * @param encodingVersion of that
 * @param hands that it writes: none, since it draws what it sees
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param target what its loss is of
 * @param tensors the weights, in the order of the file
 */
record TracerReport(
    String name,
    String sha256,
    String encoding,
    int encodingVersion,
    List<String> hands,
    long parameters,
    ModelHeader.TrainingSummary training,
    String target,
    List<TensorSize> tensors) {
  TracerReport {
    hands = List.copyOf(hands);
    tensors = List.copyOf(tensors);
  }

  /** Describes a model. */
  static Report of(FoundModel found) throws BadFileException {
    ModelFile<TracerConfig, TracerNetwork> file = LetterTracer.open(found);
    ModelHeader<TracerConfig> header = file.header();
    TracerReport report =
        new TracerReport(
            found.place().name(),
            found.sha256(),
            header.encoding(),
            header.encodingVersion(),
            List.of(),
            file.network().size(),
            header.training(),
            TracingTraining.TARGET,
            TensorSize.of(file.network()));
    return new Report(report, report.text());
  }

  private String text() {
    return new ModelSheet(name, sha256, tensors)
        .line("encoding", "%s, version %d", encoding, encodingVersion)
        .parameters(parameters)
        .trained(training.corpus(), training, target)
        .text();
  }
}
