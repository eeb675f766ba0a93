package ductus.cli.option;

import ductus.task.language.TextTrainingConfig;
import ductus.text.CharacterEncoding;
import ductus.text.WordEncoding;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The options of {@code ductus text train} that change its settings; what is not given stays. To be
 * included with {@code @Mixin}.
 */
public final class TextTrainingOptions {
  @ArgGroup(
      validate = false,
      heading = "%nWhat is learned, for how long, by what network:%n",
      order = 1)
  private TextLearningOptions learning = new TextLearningOptions();

  @ArgGroup(
      validate = false,
      heading = "%nHow examples become updates of the weights:%n",
      order = 2)
  private UpdateOptions update = new UpdateOptions();

  @ArgGroup(validate = false, heading = "%nAgainst learning by heart:%n", order = 3)
  private RegularizationOptions regularization = new RegularizationOptions();

  /** What a language model learns, beside the network. */
  static final class TextLearningOptions extends NetworkOptions {
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

    TextTrainingConfig.TextSource source(TextTrainingConfig.TextSource base, Path folder) {
      String asked =
          words == null ? base.encoding() : words ? WordEncoding.NAME : CharacterEncoding.NAME;
      if (mostWords != null && !asked.equals(WordEncoding.NAME)) {
        throw new IllegalArgumentException("--most-words goes with --words");
      }
      return new TextTrainingConfig.TextSource(
          folder.toString(),
          asked,
          OptionDefaults.or(mostWords, base.mostWords()),
          validation(base.validation()),
          "");
    }
  }

  /** The settings with these options in place. */
  public TextTrainingConfig over(TextTrainingConfig base, Path folder, long seed) {
    TrainingPlan plan = base.plan();
    return new TextTrainingConfig(
        learning.source(base.corpus(), folder),
        learning.network(base.network(), regularization.dropout(base.network().dropout())),
        update.over(
            new TrainingPlan(
                learning.epochs(plan.epochs()),
                learning.patience(plan.patience()),
                seed,
                plan.batching(),
                plan.learningRate(),
                plan.optimizer(),
                plan.clipping(),
                regularization.over(plan.regularization()))));
  }
}
