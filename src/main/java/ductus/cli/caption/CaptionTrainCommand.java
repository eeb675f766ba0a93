package ductus.cli.caption;

import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.task.Task;
import ductus.task.caption.CaptionTask;
import ductus.task.caption.CaptionTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus caption train DATA}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that says what sketches show. DATA is a CSV or TSV file with the columns"
          + " file (PNG, JPEG, SVG or ink) and text; or files of ink whose pieces have texts, as"
          + " 'caption lessons' writes them. A twentieth of the sketches is held out, and captioned"
          + " at the end.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
final class CaptionTrainCommand implements TaskCommand<CaptionTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "What to learn from; not needed with --resume.")
  private @Nullable Path data;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<CaptionTrainingConfig> task() {
    return new CaptionTask();
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return Optional.ofNullable(data).stream().toList();
  }

  @Override
  public String missing() {
    return "Missing DATA: what is to be learned from?";
  }

  @Override
  public Map<String, String> usualInWords() {
    return Map.of(
        "cell",
        "gru; always in both directions",
        "layers",
        "2, above the one that goes over small squares");
  }
}
