package ductus.cli.classification;

import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.task.Task;
import ductus.task.tagging.TagTrainingConfig;
import ductus.task.tagging.TaggingTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus tag train FILE.tsv}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that tags words, on a file of tagged sentences: UTF-8, a word a line, a"
          + " tab, its tag; an empty line behind each sentence. A tenth of the sentences is held"
          + " out, and tagged at the end.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
final class TagTrainCommand implements TaskCommand<TagTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.tsv",
      description = "What to learn from; not needed with --resume.")
  private @Nullable Path data;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<TagTrainingConfig> task() {
    return new TaggingTask();
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
    return "Missing FILE.tsv: what is to be learned from?";
  }
}
