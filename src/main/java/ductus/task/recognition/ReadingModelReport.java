package ductus.task.recognition;

import ductus.file.BadFileException;
import ductus.ink.recognition.ReadingModels;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.model.place.FoundModel;
import ductus.model.reading.HandConfig;
import ductus.model.reading.HandNetwork;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.task.ModelSheet;
import ductus.task.Report;
import ductus.task.TensorSize;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model that reads lines of ink says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of its rows
 * @param encodingVersion of that
 * @param alphabet the characters that it can read; null where it tells hands apart
 * @param hands that it tells apart; none where it reads text
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param target what its loss is of
 * @param tensors the weights, in the order of the file
 */
record ReadingModelReport(
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
  ReadingModelReport {
    hands = List.copyOf(hands);
    tensors = List.copyOf(tensors);
  }

  /** Describes a model. */
  static Report of(FoundModel found) throws BadFileException {
    if (found.encoding().equals(HandNetwork.ENCODING)) {
      ModelFile<HandConfig, HandNetwork> file = ReadingModels.hands(found);
      return of(found, file, null, file.header().network().hands(), ReadingTarget.HAND);
    }
    ModelFile<ReaderConfig, ReaderNetwork> file = ReadingModels.reader(found);
    String alphabet = file.header().network().alphabet().characters();
    return of(found, file, alphabet, List.of(), ReadingTarget.TEXT);
  }

  private static Report of(
      FoundModel found,
      ModelFile<?, ? extends Trainable> file,
      @Nullable String alphabet,
      List<String> hands,
      ReadingTarget subject) {
    ModelHeader<?> header = file.header();
    ReadingModelReport report =
        new ReadingModelReport(
            found.place().name(),
            found.sha256(),
            header.encoding(),
            header.encodingVersion(),
            alphabet,
            hands,
            file.network().size(),
            header.training(),
            subject.target(),
            TensorSize.of(file.network()));
    return new Report(report, report.text());
  }

  private String text() {
    ModelSheet sheet =
        new ModelSheet(name, sha256, tensors)
            .line("encoding", "%s, version %d", encoding, encodingVersion);
    if (alphabet != null) {
      sheet.line("characters", "%s", alphabet.strip());
    } else {
      sheet.line("hands", "%s", String.join(", ", hands));
    }
    return sheet.parameters(parameters).trained(training.corpus(), training, target).text();
  }
}
