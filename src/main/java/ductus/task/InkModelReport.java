package ductus.task;

import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.model.place.FoundModel;
import ductus.task.ModelSheet.TensorSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of a model that writes by hand or reads what is written.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of its ink
 * @param encodingVersion of that
 * @param alphabet the characters that it knows; null where it knows none
 * @param hands that it writes or tells apart; none where it reads text
 * @param parameters how many numbers were learned
 * @param training how it was trained
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
    List<TensorSize> tensors) {
  public InkModelReport {
    hands = List.copyOf(hands);
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was opened. */
  public static Report of(
      FoundModel found,
      ModelFile<?, ? extends Trainable> file,
      @Nullable String alphabet,
      List<String> hands,
      String target) {
    ModelHeader<?> header = file.header();
    InkModelReport report =
        new InkModelReport(
            found.place().name(),
            found.sha256(),
            header.encoding(),
            header.encodingVersion(),
            alphabet,
            hands,
            file.network().size(),
            header.training(),
            target,
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
    if (!hands.isEmpty()) {
      sheet.line("hands", "%s", String.join(", ", hands));
    }
    return sheet.parameters(parameters).trained(training.corpus(), training, target).text();
  }
}
