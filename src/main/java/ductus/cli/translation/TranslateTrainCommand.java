package ductus.cli.translation;

import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.model.translation.AttentionChoice;
import ductus.task.Task;
import ductus.task.translation.TranslationTask;
import ductus.task.translation.TranslationTrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus translate train FILE.tsv}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a network that translates, on a file of pairs: UTF-8, a pair a line, the source, a"
          + " tab, the target. A tenth of the sources, 1,000 at most, is held out, and translated"
          + " at the end.",
      ""
    },
    footer = {"", TrainingOptions.FOOTER})
final class TranslateTrainCommand implements TaskCommand<TranslationTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.tsv",
      description = "Pairs to learn from; not needed with --resume.")
  private @Nullable Path pairs;

  @Option(
      names = "--attention",
      paramLabel = "A",
      description = "additive (Bahdanau), multiplicative (Luong) or none; additive.")
  private @Nullable AttentionChoice attention;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<TranslationTrainingConfig> task() {
    return new TranslationTask();
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return Optional.ofNullable(pairs).stream().toList();
  }

  @Override
  public String missing() {
    return "Missing FILE.tsv: what is to be learned from?";
  }

  @Override
  public TranslationTrainingConfig withOwnOptions(TranslationTrainingConfig base) {
    return attention == null ? base : base.withAttention(attention);
  }

  @Override
  public Map<String, String> usualInWords() {
    return Map.of(
        "cell",
        "lstm+bidirectional, where the encoder reads in both directions",
        "layers",
        "1, of the encoder and of the decoder");
  }
}
