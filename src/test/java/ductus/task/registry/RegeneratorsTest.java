package ductus.task.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.provenance.Provenance;
import ductus.task.Regenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds one provenance file of each kind, as version 0.1.0 wrote it. */
class RegeneratorsTest {
  /** What sidecars may lack: old ones have no guidance, and what is not asked for is left out. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "kind",
          "request.header.tonic",
          "request.header.mode",
          "request.header.bars",
          "request.opening.kept",
          "request.guidance",
          "request.guidance.conditions",
          "request.look.penSpeed");

  private static final Regenerators REGENERATORS = new Regenerators("test", 1);
  private static final Gson WITH_NULLS = new GsonBuilder().serializeNulls().create();

  @TempDir private Path folder = Path.of("");

  static List<Regenerator<?>> kinds() {
    return REGENERATORS.all();
  }

  private static Path golden(Regenerator<?> regenerator) throws Exception {
    String name = regenerator.kind().name() + ".json";
    return Path.of(Objects.requireNonNull(RegeneratorsTest.class.getResource(name), name).toURI());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <R> void writesTheFieldsThatItAlwaysWrote(Regenerator<R> regenerator) throws Exception {
    Path golden = golden(regenerator);
    Provenance<R> provenance = regenerator.kind().read(golden);
    assertEquals("0.1.0", provenance.program());
    Path written = folder.resolve("written.json");
    regenerator.kind().write(written, provenance);
    assertEquals(Files.readString(golden), Files.readString(written));
    assertEquals(regenerator, REGENERATORS.open(golden).regenerator());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void namesAFieldThatIsMissingOrNull(Regenerator<?> regenerator) throws Exception {
    JsonObject whole = JsonFile.read(golden(regenerator), JsonObject.class, "golden");
    List<String> paths = paths(whole, "");
    assertTrue(paths.size() > 10, paths.toString());
    paths.removeIf(path -> OPTIONAL.contains(path) || path.startsWith("files."));
    for (String path : paths) {
      if (path.startsWith("request.style.weights.")) {
        continue;
      }
      for (boolean isNull : List.of(false, true)) {
        BadFileException refusal = refusal(without(whole, path, isNull));
        assertEquals(
            "not a provenance file of Ductus: " + path + " is missing", refusal.reason(), path);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsWhatMayBeMissing(Regenerator<?> regenerator) throws Exception {
    JsonObject whole = JsonFile.read(golden(regenerator), JsonObject.class, "golden");
    for (String path : paths(whole, "")) {
      if (OPTIONAL.contains(path) && !path.equals("kind")) {
        write(without(whole, path, false));
        REGENERATORS.open(folder.resolve("broken.json"));
      }
    }
  }

  @Test
  void namesAFieldThatIsOfAnotherType() throws Exception {
    String music = Files.readString(golden(REGENERATORS.all().get(0)));
    assertEquals(
        "not a provenance file of Ductus: request.seed is not as expected",
        refusal(music.replace("\"seed\": 3", "\"seed\": \"three\"")).reason());
    assertEquals(
        "not a provenance file of Ductus: request.header must be an object: { ... }",
        refusal(music.replaceAll("\"header\": \\{[^}]*}", "\"header\": 3")).reason());
    assertEquals(
        "not a provenance file of Ductus: request.header.mode must be MAJOR or MINOR or"
            + " DORIAN or MIXOLYDIAN or PHRYGIAN or LYDIAN but is \"MINER\"",
        refusal(music.replace("\"MINOR\"", "\"MINER\"")).reason());
  }

  @Test
  void namesTheKindsThatItKnows() throws Exception {
    assertEquals(
        "kind must be one of music, handwriting, font, drawing, text, harmony, touch, hearing, edit"
            + " but was sculpture",
        refusal("{\"kind\": \"sculpture\"}").reason());
    assertEquals(
        "kind must be one of music, handwriting, font, drawing, text, harmony, touch, hearing, edit"
            + " but was null",
        refusal("{\"kind\": null}").reason());
  }

  private BadFileException refusal(String json) throws IOException {
    write(json);
    Path broken = folder.resolve("broken.json");
    BadFileException refusal =
        assertThrows(BadFileException.class, () -> REGENERATORS.open(broken), json);
    assertEquals(broken, refusal.path());
    return refusal;
  }

  private void write(String json) throws IOException {
    Files.writeString(folder.resolve("broken.json"), json);
  }

  /** Paths of all fields, those of fields within fields among them. */
  private static List<String> paths(JsonObject json, String outer) {
    List<String> paths = new ArrayList<>();
    for (String name : json.keySet()) {
      // Endings of files have points in them.
      paths.add(outer + name);
      if (json.get(name) instanceof JsonObject inner) {
        paths.addAll(paths(inner, outer + name + "."));
      }
    }
    return paths;
  }

  private static String without(JsonObject whole, String path, boolean isNull) {
    JsonObject copy = whole.deepCopy();
    JsonObject at = copy;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      at = at.getAsJsonObject(names[i]);
    }
    String last = names[names.length - 1];
    at.remove(last);
    if (isNull) {
      at.add(last, JsonNull.INSTANCE);
    }
    return WITH_NULLS.toJson(copy);
  }
}
