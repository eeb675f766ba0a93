package ductus.task.strokerecovery;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The provenance of a drawing: enough to make the same bytes again.
 *
 * @param kind {@link #KIND}
 * @param program version of Ductus
 * @param model name, or path
 * @param modelSha256 of the model file
 * @param kernels that computed it; other kernels may draw otherwise
 * @param request what was asked
 * @param formats names of the formats that were asked for
 * @param files written, by what follows the stem of their names, with their SHA-256
 */
public record DrawingProvenance(
    String kind,
    String program,
    String model,
    String modelSha256,
    String kernels,
    DrawingRequest request,
    List<String> formats,
    SortedMap<String, String> files) {
  /** Tells the provenance of a drawing from that of other things. */
  public static final String KIND = "drawing";

  private static final String WHAT = "a provenance file of Ductus";

  public DrawingProvenance {
    formats = List.copyOf(formats);
    files = new TreeMap<>(files);
  }

  private record Kind(@Nullable String kind) {}

  /** Whether a file is the provenance of a drawing. */
  public static boolean isAt(Path path) throws BadFileException, IOException {
    return KIND.equals(JsonFile.read(path, Kind.class, WHAT).kind());
  }

  /** Writes the sidecar. */
  void write(Path path) throws IOException {
    JsonFile.write(path, this);
  }

  /** Reads a sidecar. */
  public static DrawingProvenance read(Path path) throws BadFileException, IOException {
    DrawingProvenance provenance = JsonFile.read(path, DrawingProvenance.class, WHAT);
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
