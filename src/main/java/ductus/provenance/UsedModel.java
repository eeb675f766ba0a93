package ductus.provenance;

import org.jspecify.annotations.Nullable;

/**
 * The model that something was made with.
 *
 * @param name as it was given: a shipped name, or an absolute path
 * @param hands folder of the hands that the user added, absolute or empty; null of models to which
 *     none can be added
 * @param sha256 of the model's file, with the added hands that were used
 */
public record UsedModel(String name, @Nullable String hands, String sha256) {
  /** A model to which nothing can be added. */
  public UsedModel(String name, String sha256) {
    this(name, null, sha256);
  }
}
