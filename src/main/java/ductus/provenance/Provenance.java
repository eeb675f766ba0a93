package ductus.provenance;

import ductus.file.BadFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where something that was made comes from: enough to make the same bytes again. It stands beside
 * what was made in a file of JSON, which a {@link ProvenanceKind} reads and writes.
 *
 * @param program version of Ductus
 * @param model that made it
 * @param kernels that computed it; with others it may come out otherwise
 * @param request what was asked for
 * @param files written, by what follows the stem of their names, with their SHA-256
 * @param soundBank that the WAV was made with, of a SoundFont the file and its SHA-256; empty
 *     without a WAV, null of kinds that make none
 * @param <R> the kind's own request
 */
public record Provenance<R>(
    String program,
    UsedModel model,
    String kernels,
    R request,
    SortedMap<String, String> files,
    @Nullable String soundBank) {
  /**
   * The model that something was made with.
   *
   * @param name as it was given: a shipped name, or an absolute path
   * @param hands folder of the hands that the user added, absolute or empty; null of models to
   *     which none can be added
   * @param sha256 of the model's file, with the added hands that were used
   */
  public record UsedModel(String name, @Nullable String hands, String sha256) {
    /** A model to which nothing can be added. */
    public UsedModel(String name, String sha256) {
      this(name, null, sha256);
    }
  }

  public Provenance {
    files = new TreeMap<>(files);
  }

  /** Creates the provenance of something without sound. */
  public Provenance(
      String program, UsedModel model, String kernels, R request, SortedMap<String, String> files) {
    this(program, model, kernels, request, files, null);
  }

  /**
   * Checks that a model is the one that was used.
   *
   * @param sidecar the file of this provenance, named in the complaint
   * @param sha256 of the model as it is now
   * @throws BadFileException if it is another one
   */
  public void requireModel(Path sidecar, String sha256) throws BadFileException {
    if (!model.sha256().equals(sha256)) {
      throw new BadFileException(
          sidecar,
          "model %s%s is another one by now (SHA-256 %s, was %s)"
              .formatted(
                  model.name(),
                  model.hands() == null ? "" : " or a hand added to it",
                  sha256,
                  model.sha256()));
    }
  }

  /** Endings of the files that do not have the same bytes in something that was made again. */
  public List<String> different(Provenance<?> again) {
    return files.entrySet().stream()
        .filter(file -> !file.getValue().equals(again.files().get(file.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
