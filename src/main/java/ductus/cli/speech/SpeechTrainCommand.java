package ductus.cli.speech;

import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.task.Task;
import ductus.task.speech.SpeechTask;
import ductus.task.speech.SpeechTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus speech train DATA}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that hears words, on recordings of which it is known what is said, but not"
          + " when. DATA is a folder of WAV files of at most 30 seconds, with a text file of the"
          + " same name beside each (seven.wav, seven.txt); or a CSV or TSV file with the columns"
          + " file and text. A tenth of the recordings is held out, and heard at the end.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
final class SpeechTrainCommand implements TaskCommand<SpeechTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "What to learn from; not needed with --resume.")
  private @Nullable Path data;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<SpeechTrainingConfig> task() {
    return new SpeechTask();
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
}
