package ductus.workbench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import ductus.model.AtomicFile;
import ductus.model.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a generated tune comes from: enough to make the same bytes again.
 *
 * @param program version of Ductus
 * @param model name, or path, as it was given
 * @param modelSha256 of the model file
 * @param kernels that computed it; other kernels may draw otherwise
 * @param request what was asked
 * @param number of the tune among those drawn with this request, from 0
 * @param files written, by ending, with their SHA-256
 * @param soundBank that the WAV was made with; empty without one
 */
public record Provenance(
    String program,
    String model,
    String modelSha256,
    String kernels,
    MelodyRequest request,
    int number,
    SortedMap<String, String> files,
    String soundBank) {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  public Provenance {
    files = new TreeMap<>(files);
  }

  /** Writes the sidecar. */
  public void write(Path path) throws IOException {
    AtomicFile.write(path, GSON.toJson(this) + "\n");
  }

  /** Reads a sidecar. */
  public static Provenance read(Path path) throws BadFileException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadFileException(path, "no such provenance file");
    }
    try {
      Provenance provenance = GSON.fromJson(Files.readString(path), Provenance.class);
      if (provenance == null
          || provenance.model() == null
          || provenance.request() == null
          || provenance.request().header() == null
          || provenance.request().sampling() == null) {
        throw new BadFileException(path, "not a provenance file of Ductus");
      }
      return provenance;
    } catch (JsonParseException broken) {
      throw new BadFileException(path, "not a provenance file of Ductus: " + broken.getMessage());
    } catch (RuntimeException incomplete) {
      throw new BadFileException(path, "not a provenance file of Ductus");
    }
  }
}
