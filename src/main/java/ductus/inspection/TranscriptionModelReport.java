package ductus.inspection;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.place.FoundModel;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.task.transcription.NoteTranscriber;
import java.util.List;

/**
 * What a model that hears notes says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param network its shape
 * @param parameters how many numbers were learnt
 * @param pieces that it was trained on
 * @param training how
 * @param tensors the weights, in the order of the file
 */
public record TranscriptionModelReport(
    String name,
    String sha256,
    SignalConfig network,
    long parameters,
    int pieces,
    ModelHeader.TrainingSummary training,
    List<ModelReport.Tensor> tensors) {
  public TranscriptionModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Looks at a model. */
  public static TranscriptionModelReport of(FoundModel found) throws BadFileException {
    ModelFile<SignalConfig, SignalNetwork> file = NoteTranscriber.open(found);
    return new TranscriptionModelReport(
        found.place().name(),
        found.sha256(),
        file.header().network(),
        file.network().size(),
        file.header().pieces().size(),
        file.header().training(),
        file.network().parameters().stream().map(ModelReport.Tensor::of).toList());
  }
}
