package ductus.task.transcription;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;

/**
 * A description of a model that hears notes.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param network its shape
 * @param parameters how many numbers were learned
 * @param pieces that it was trained on
 * @param training how it was trained
 * @param tensors the weights, in the order of the file
 */
record TranscriptionModelReport(
    String name,
    String sha256,
    SignalConfig network,
    long parameters,
    int pieces,
    ModelHeader.TrainingSummary training,
    List<TensorSize> tensors) {
  TranscriptionModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was found. */
  static Report of(FoundModel found) throws BadFileException {
    ModelFile<SignalConfig, SignalNetwork> file = NoteTranscriber.open(found);
    TranscriptionModelReport report =
        new TranscriptionModelReport(
            found.place().name(),
            found.sha256(),
            file.header().network(),
            file.network().size(),
            file.header().pieces().size(),
            file.header().training(),
            TensorSize.of(file.network()));
    return new Report(report, report.text());
  }

  private String text() {
    CoreConfig core = network.core();
    return new ModelSheet(name, sha256, tensors)
        .line("hears", "notes in sound, each key by itself")
        .line(
            "network",
            "%d inputs, %s of %d units (%s), dropout %s",
            network.inputs(),
            NumberText.count(core.layers(), "layer"),
            core.hiddenSize(),
            core.cell(),
            core.dropout())
        .parameters(parameters)
        .trained(training.corpus(), training, "frame")
        .text();
  }
}
