package ductus.task.music.generation;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
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
 * @param soundBank that the WAV was made with, of a SoundFont the file and its SHA-256; empty
 *     without a WAV
 */
public record MusicProvenance(
    String program,
    String model,
    String modelSha256,
    String kernels,
    MusicRequest request,
    int number,
    SortedMap<String, String> files,
    String soundBank) {
  private static final String WHAT = "a provenance file of Ductus";

  public MusicProvenance {
    files = new TreeMap<>(files);
  }

  /** Writes the sidecar. */
  public void write(Path path) throws IOException {
    JsonFile.write(path, this);
  }

  /** Reads a sidecar. */
  public static MusicProvenance read(Path path) throws BadFileException, IOException {
    MusicProvenance provenance = JsonFile.read(path, MusicProvenance.class, WHAT);
    MusicRequest request = provenance.request();
    if (provenance.model() == null
        || provenance.modelSha256() == null
        || provenance.soundBank() == null
        || provenance.number() < 0
        || request == null
        || request.header() == null
        || request.opening() == null
        || request.sampling() == null) {
      throw new BadFileException(path, "not " + WHAT + ": something is missing");
    }
    return provenance;
  }
}
