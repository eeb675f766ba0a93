package ductus.studio.train;

import ductus.studio.collection.Workspace;
import ductus.workbench.TrainingConfig;
import ductus.workbench.kind.MusicKinds;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the page wishes to train.
 *
 * @param source id of a {@link Source}
 * @param kind name of an encoding
 * @param recipe name of a {@link Recipe}
 * @param epochs most of them; null for the recipe's
 * @param name of the run's folder; null where only a forecast is asked for
 */
record TrainingWish(
    String source, String kind, String recipe, @Nullable Integer epochs, @Nullable String name) {
  private static final int MOST_EPOCHS = 10_000;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,59}");

  TrainingWish {
    if (source == null || kind == null || recipe == null) {
      throw new IllegalArgumentException("what to learn, its kind and a recipe must be chosen");
    }
    if (epochs != null && (epochs < 1 || epochs > MOST_EPOCHS)) {
      throw new IllegalArgumentException(
          "epochs must be 1 to %,d but were %d".formatted(MOST_EPOCHS, epochs));
    }
  }

  /** The name, if it can be one of a folder. */
  String requiredName() {
    String given = name == null ? "" : name.strip();
    if (!NAME.matcher(given).matches() || given.endsWith(".")) {
      throw new IllegalArgumentException(
          "the name of a run must have letters, digits, spaces, points, hyphens and underscores,"
              + " at most 60");
    }
    return given;
  }

  /** All that decides the run. */
  TrainingConfig config(Workspace workspace) throws IOException {
    TrainingConfig chosen = Recipe.of(recipe).applied(MusicKinds.named(kind).recipe());
    TrainingConfig.CorpusConfig corpus = chosen.corpus();
    return new TrainingConfig(
        new TrainingConfig.CorpusConfig(
            Source.of(workspace, source).path().toString(),
            corpus.encoding(),
            corpus.keys(),
            corpus.validation(),
            "",
            corpus.conditions(),
            corpus.merges()),
        chosen.network(),
        epochs == null ? chosen.plan() : Recipe.withEpochs(chosen.plan(), epochs));
  }
}
