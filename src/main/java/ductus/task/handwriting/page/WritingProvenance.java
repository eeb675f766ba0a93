package ductus.task.handwriting.page;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.task.handwriting.synthesis.WritingFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The provenance of written pages: enough to make the same bytes again.
 *
 * @param kind {@link #KIND}
 * @param program version of Ductus
 * @param model name, or path, as it was given, and where added hands are
 * @param modelSha256 of the model, with the added hands that were used
 * @param kernels that computed it; other kernels may draw otherwise
 * @param request what was asked
 * @param formats names of the formats that were asked for
 * @param figures how it went
 * @param files written, by what follows the stem of their names, with their SHA-256
 */
public record WritingProvenance(
    String kind,
    String program,
    ModelReference model,
    String modelSha256,
    String kernels,
    WritingRequest request,
    List<String> formats,
    WritingFigures figures,
    SortedMap<String, String> files) {
  /** Tells the provenance of writing from that of other things. */
  public static final String KIND = "handwriting";

  private static final String WHAT = "a provenance file of Ductus";

  public WritingProvenance {
    formats = List.copyOf(formats);
    files = new TreeMap<>(files);
  }

  private record Kind(@Nullable String kind) {}

  /** Whether a file is the provenance of writing. */
  public static boolean isAt(Path path) throws BadFileException, IOException {
    return KIND.equals(JsonFile.read(path, Kind.class, WHAT).kind());
  }

  /** Writes the sidecar. */
  void write(Path path) throws IOException {
    JsonFile.write(path, this);
  }

  /** Reads a sidecar. */
  public static WritingProvenance read(Path path) throws BadFileException, IOException {
    WritingProvenance provenance = JsonFile.read(path, WritingProvenance.class, WHAT);
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
