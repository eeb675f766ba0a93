package ductus.cli.language;

import ductus.cli.option.OptionDefaults;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.task.Task;
import ductus.task.language.training.LanguageTask;
import ductus.task.language.training.TextTrainingConfig;
import ductus.text.CharacterEncoding;
import ductus.text.WordEncoding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus text train FOLDER}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a language model on a folder of UTF-8 text files (.txt, .text, .md).",
      "",
      "Texts are cut into passages of about 2,000 characters; a tenth of them is held out.",
      ""
    },
    footer = {
      "",
      "Example: ductus text train corpora/texts --out generated/prose",
      "",
      "The run's folder holds the best model so far, a checkpoint, samples to read, and the"
          + " losses as CSV and picture. Ctrl-C stops it; --resume goes on."
    })
final class TextTrainCommand implements TaskCommand<TextTrainingConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description =
          "Text files, also in folders below it, or one file; not needed with --resume or"
              + " --config.")
  private @Nullable Path folder;

  @Option(
      names = "--words",
      negatable = true,
      description = "Learn words and punctuation marks in place of characters.")
  private @Nullable Boolean words;

  @Option(
      names = "--most-words",
      paramLabel = "N",
      description =
          "Of words: the most frequent ones are tokens of their own, others are spelled; 8000.")
  private @Nullable Integer mostWords;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Override
  public Task<TextTrainingConfig> task() {
    return new LanguageTask();
  }

  @Override
  public TrainingOptions training() {
    return training;
  }

  @Override
  public List<Path> sources() {
    return Optional.ofNullable(folder).stream().toList();
  }

  @Override
  public String missing() {
    return "Missing FOLDER: where are the texts?";
  }

  @Override
  public TextTrainingConfig withOwnOptions(TextTrainingConfig base) {
    TextTrainingConfig.TextSource corpus = base.corpus();
    String encoding =
        words == null ? corpus.encoding() : words ? WordEncoding.NAME : CharacterEncoding.NAME;
    if (mostWords != null && !encoding.equals(WordEncoding.NAME)) {
      throw new IllegalArgumentException("--most-words goes with --words");
    }
    return base.withCorpus(
        new TextTrainingConfig.TextSource(
            corpus.folder(),
            encoding,
            OptionDefaults.or(mostWords, corpus.mostWords()),
            corpus.validation(),
            corpus.digest()));
  }
}
