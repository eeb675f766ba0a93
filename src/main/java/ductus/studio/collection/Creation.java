package ductus.studio.collection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.ink.render.PageFormat;
import ductus.provenance.OutputNames;
import ductus.provenance.ProvenanceKind;
import ductus.task.music.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that was made: files of one stem beside a sidecar that tells where they come from.
 *
 * @param sidecar its path
 * @param kind {@code music}, {@code handwriting}, {@code harmony}, {@code drawing}, {@code hearing}
 *     or {@code text}
 * @param provenance what the sidecar says
 */
public record Creation(Path sidecar, String kind, JsonObject provenance) {
  public static final String SIDECAR = ".json";

  /** What files of one stem can end in, beside what the sidecar names. */
  private static final Set<String> ENDINGS =
      new TreeSet<>(
          Stream.of(
                  Arrays.stream(ExportFormat.values()).map(ExportFormat::ending),
                  Arrays.stream(PageFormat.values()).map(PageFormat::ending),
                  Stream.of(".txt"))
              .flatMap(endings -> endings)
              .toList());

  /** What lies at a path, if that is a sidecar that can be read. */
  public static Optional<Creation> at(Path sidecar) {
    try {
      return read(sidecar);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * What lies at a path, if that is a sidecar.
   *
   * @throws IOException if it cannot be read, now at least
   */
  public static Optional<Creation> read(Path sidecar) throws IOException {
    try {
      JsonObject said = JsonFile.read(sidecar, JsonObject.class, "a provenance file of Ductus");
      if (!said.has("program") || !said.has("modelSha256") || !said.has("request")) {
        return Optional.empty();
      }
      return Optional.of(new Creation(sidecar, ProvenanceKind.name(said), said));
    } catch (BadFileException | RuntimeException other) {
      // JSON of somebody else's, or one that is being written.
      return Optional.empty();
    }
  }

  /** Path without an ending. */
  public Path stem() {
    return stem(sidecar);
  }

  /** The path of a sidecar without its ending. */
  public static Path stem(Path sidecar) {
    String name = String.valueOf(sidecar.getFileName());
    return sidecar.resolveSibling(name.substring(0, name.length() - SIDECAR.length()));
  }

  /** Endings of its files that are there, the sidecar's last. */
  public List<String> endings() {
    Set<String> endings = new TreeSet<>(ENDINGS);
    if (provenance.get("files") instanceof JsonObject files) {
      endings.addAll(files.keySet());
    }
    List<String> there = new ArrayList<>();
    for (String ending : endings) {
      if (!ending.contains("/") && !ending.contains("\\") && Files.isRegularFile(path(ending))) {
        there.add(ending);
      }
    }
    there.remove(SIDECAR);
    there.add(SIDECAR);
    return there;
  }

  /** The path of one of its files. */
  public Path path(String ending) {
    return OutputNames.path(stem(), ending);
  }

  /** The model, as it was named. */
  public String model() {
    JsonElement model = provenance.get("model");
    if (model instanceof JsonObject given && given.get("model") instanceof JsonPrimitive name) {
      return name.getAsString();
    }
    return model instanceof JsonPrimitive name ? name.getAsString() : "";
  }

  /** The text that was written; null of what is no writing. */
  public @Nullable String text() {
    return request("text");
  }

  /** The seed; null where there is none. */
  @Nullable String seed() {
    return request("seed");
  }

  private @Nullable String request(String name) {
    return provenance.get("request") instanceof JsonObject request
            && request.get(name) instanceof JsonPrimitive value
        ? value.getAsString()
        : null;
  }
}
