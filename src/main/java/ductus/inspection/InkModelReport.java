package ductus.inspection;

import ductus.file.BadFileException;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.recognition.ReadingModels;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.place.FoundModel;
import ductus.model.reading.ReaderNetwork;
import ductus.model.tracing.TracerNetwork;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.strokerecovery.LetterTracer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model that writes, reads or draws letters says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of its rows
 * @param encodingVersion of that
 * @param alphabet the characters that it knows; null where it knows none
 * @param hands that it writes; none of one that reads
 * @param parameters how many numbers were learnt
 * @param training how
 * @param target what its loss is of
 * @param tensors the weights, in the order of the file
 */
public record InkModelReport(
    String name,
    String sha256,
    String encoding,
    int encodingVersion,
    @Nullable String alphabet,
    List<String> hands,
    long parameters,
    ModelHeader.TrainingSummary training,
    String target,
    List<ModelReport.Tensor> tensors) {
  public InkModelReport {
    hands = List.copyOf(hands);
    tensors = List.copyOf(tensors);
  }

  /** Whether a model of an encoding is one that writes, reads or draws letters. */
  public static boolean isOne(String encoding) {
    return encoding.equals(PenEncoding.NAME)
        || encoding.equals(ReaderNetwork.ENCODING)
        || encoding.equals(TracerNetwork.ENCODING);
  }

  /** Looks at a model that is one. */
  public static InkModelReport of(FoundModel found) throws BadFileException {
    if (found.encoding().equals(PenEncoding.NAME)) {
      var file = HandModel.of(found).file();
      PenNetworkConfig.TextWindow window = file.header().network().window();
      return of(
          found,
          file,
          window == null ? null : window.alphabet().characters(),
          file.header().network().styleNames(),
          "pen point");
    }
    if (found.encoding().equals(TracerNetwork.ENCODING)) {
      return of(found, LetterTracer.open(found), null, List.of(), "pen point");
    }
    var file = ReadingModels.reader(found);
    return of(found, file, file.header().network().alphabet().characters(), List.of(), "character");
  }

  private static InkModelReport of(
      FoundModel found,
      ModelFile<?, ? extends Trainable> file,
      @Nullable String alphabet,
      List<String> hands,
      String target) {
    ModelHeader<?> header = file.header();
    return new InkModelReport(
        found.place().name(),
        found.sha256(),
        header.encoding(),
        header.encodingVersion(),
        alphabet,
        hands,
        file.network().size(),
        header.training(),
        target,
        file.network().parameters().stream().map(ModelReport.Tensor::of).toList());
  }
}
