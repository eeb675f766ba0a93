package ductus.task.transcription;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The provenance of the score of a sound: enough to make the same bytes again.
 *
 * @param kind {@link #KIND}
 * @param program version of Ductus
 * @param model name, or path
 * @param modelSha256 of the model file
 * @param kernels that computed it; with others a note may differ
 * @param request what was asked
 * @param files written, by ending, with their SHA-256
 */
public record TranscriptionProvenance(
    String kind,
    String program,
    String model,
    String modelSha256,
    String kernels,
    TranscriptionRequest request,
    SortedMap<String, String> files) {
  /** The kind of provenance, which tells such a file from others. */
  public static final String KIND = "hearing";

  private static final String WHAT = "a provenance file of Ductus";

  public TranscriptionProvenance {
    files = new TreeMap<>(files);
  }

  private record Kind(@Nullable String kind) {}

  /** Whether a file is one of these. */
  public static boolean isAt(Path path) throws BadFileException, IOException {
    return KIND.equals(JsonFile.read(path, Kind.class, WHAT).kind());
  }

  /** Writes the sidecar. */
  void write(Path path) throws IOException {
    JsonFile.write(path, this);
  }

  /** Reads a sidecar. */
  public static TranscriptionProvenance read(Path path) throws BadFileException, IOException {
    TranscriptionProvenance provenance = JsonFile.read(path, TranscriptionProvenance.class, WHAT);
    if (!KIND.equals(provenance.kind())
        || provenance.model() == null
        || provenance.modelSha256() == null
        || provenance.kernels() == null
        || provenance.request() == null) {
      throw new BadFileException(path, "not " + WHAT + ": something is missing");
    }
    return provenance;
  }
}
