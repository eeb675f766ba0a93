package ductus.studio.train.plan;

import ductus.provenance.FileNames;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the page wishes to train.
 *
 * @param source id of a {@link TrainingFolder}
 * @param kind name of a {@link TrainingChoice}
 * @param recipe name of a {@link TrainingPreset}
 * @param epochs most of them; null for the recipe's
 * @param name of the run's folder; null where only a forecast is asked for
 * @param finer what else is asked for; null for the recipe's
 */
public record TrainingForm(
    String source,
    String kind,
    String recipe,
    @Nullable Integer epochs,
    @Nullable String name,
    @Nullable FinerPoints finer) {
  private static final int MOST_EPOCHS = 10_000;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,59}");

  public TrainingForm {
    if (source == null || kind == null || recipe == null) {
      throw new IllegalArgumentException("what to learn, its kind and a recipe must be chosen");
    }
    if (epochs != null && (epochs < 1 || epochs > MOST_EPOCHS)) {
      throw new IllegalArgumentException(
          "epochs must be 1 to %,d but were %d".formatted(MOST_EPOCHS, epochs));
    }
  }

  /** The name, if it can be one of a folder. */
  public String requiredName() {
    return requireName(name);
  }

  /**
   * A name, if it can be one of a run's folder.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public static String requireName(@Nullable String name) {
    String given = name == null ? "" : name.strip();
    if (!NAME.matcher(given).matches() || given.endsWith(".")) {
      throw new IllegalArgumentException(
          "the name of a run must have letters, digits, spaces, points, hyphens and underscores,"
              + " at most 60");
    }
    FileNames.requirePortable(given);
    return given;
  }

  /** How many epochs at most, by a recipe of the usual ones. */
  int epochs(int usual) {
    return epochs == null ? preset().epochs(usual) : epochs;
  }

  TrainingPreset preset() {
    return TrainingPreset.of(recipe);
  }

  /** What is to be learned. */
  public TrainingChoice<?> choice() {
    return TrainingChoice.named(kind);
  }

  /**
   * Where a run of this form would begin.
   *
   * @throws RequestException if there is no such source, or no such model to go on from
   */
  public StartingPoint start(Workspace workspace) throws IOException {
    String from = finer == null ? null : finer.from();
    return new StartingPoint(
        TrainingFolder.of(workspace, source).path(),
        from == null ? null : new KnownModels(workspace).lastingName(choice(), from));
  }
}
