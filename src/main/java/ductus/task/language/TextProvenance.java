package ductus.task.language;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a text comes from: enough to make the same bytes again.
 *
 * @param kind {@link #KIND}
 * @param program version of Ductus
 * @param model its path
 * @param modelSha256 of the model file
 * @param kernels that computed it; other kernels may draw otherwise
 * @param request what was asked
 * @param textSha256 of the text file
 */
public record TextProvenance(
    String kind,
    String program,
    String model,
    String modelSha256,
    String kernels,
    TextRequest request,
    String textSha256) {
  /** The value that tells such a file from those of other things. */
  public static final String KIND = "text";

  private static final String WHAT = "a provenance file of Ductus";

  private record Kind(@Nullable String kind) {}

  /** Whether a file says where a text comes from. */
  public static boolean isAt(Path path) throws BadFileException, IOException {
    return KIND.equals(JsonFile.read(path, Kind.class, WHAT).kind());
  }

  /** Writes the sidecar. */
  void write(Path path) throws IOException {
    JsonFile.write(path, this);
  }

  /** Reads a sidecar. */
  public static TextProvenance read(Path path) throws BadFileException, IOException {
    TextProvenance provenance = JsonFile.read(path, TextProvenance.class, WHAT);
    if (!KIND.equals(provenance.kind())
        || provenance.model() == null
        || provenance.modelSha256() == null
        || provenance.kernels() == null
        || provenance.request() == null
        || provenance.textSha256() == null) {
      throw new BadFileException(path, "not " + WHAT + ": something is missing");
    }
    return provenance;
  }
}
