package ductus.provenance;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.file.SavedName;
import ductus.provenance.Provenance.UsedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of things that are made, and how their provenance stands in a file of JSON: {@code kind},
 * {@code program}, {@code model}, {@code modelSha256}, {@code kernels}, {@code request}, what the
 * kind has beside it, {@code files} with their SHA-256, {@code soundBank}.
 *
 * @param <R> what is asked for
 */
public final class ProvenanceKind<R> {
  private static final String WHAT = "a provenance file of Ductus";
  private static final String KIND = "kind";

  /** The first kind there was: its files do not name it. */
  private static final String UNNAMED = "music";

  /** Ending of the one file whose hash is {@link TextHash}. */
  private static final String TEXT = ".txt";

  private static final Gson GSON = new Gson();

  private final String name;
  private final TypeToken<R> type;
  private final List<String> endings;
  private final boolean spread;
  private final boolean sounding;
  private final boolean oneText;

  private ProvenanceKind(
      String name,
      TypeToken<R> type,
      List<String> endings,
      boolean spread,
      boolean sounding,
      boolean oneText) {
    this.name = name;
    this.type = type;
    this.endings = List.copyOf(endings);
    this.spread = spread;
    this.sounding = sounding;
    this.oneText = oneText;
  }

  /**
   * A kind whose request stands in the file as {@code request}.
   *
   * @param endings of the files that are made, the sidecar's among them
   */
  public static <R> ProvenanceKind<R> of(String name, Class<R> request, List<String> endings) {
    return new ProvenanceKind<>(name, TypeToken.get(request), endings, false, false, false);
  }

  /**
   * A kind that has more beside its request.
   *
   * @param asked a record whose components, {@code request} among them, are fields of the file
   * @param endings of the files that are made, the sidecar's among them
   */
  public static <R> ProvenanceKind<R> spread(String name, Class<R> asked, List<String> endings) {
    return new ProvenanceKind<>(name, TypeToken.get(asked), endings, true, false, false);
  }

  /** This kind with sound among its files. */
  public ProvenanceKind<R> withSound() {
    return new ProvenanceKind<>(name, type, endings, spread, true, oneText);
  }

  /** This kind with one file, a text, whose hash stands for all {@code files}. */
  public ProvenanceKind<R> asOneText() {
    return new ProvenanceKind<>(name, type, endings, spread, sounding, true);
  }

  private record Head(String program, JsonElement model, String modelSha256, String kernels) {}

  private record GivenModel(String model, String hands) {}

  private record ModelWithHands(GivenModel model) {}

  private record Requested<R>(R request) {}

  private record Files(SortedMap<String, String> files) {
    Files {
      files.keySet().forEach(ending -> SavedName.requirePlain("the end of a file's name", ending));
    }
  }

  private record TextHash(String textSha256) {}

  private record Sound(String soundBank) {}

  /** The name, such as {@code handwriting}. */
  public String name() {
    return name;
  }

  /** The endings that make a path the name of a file of this kind. */
  public List<String> endings() {
    return endings;
  }

  /**
   * The name of the kind that a provenance file is of.
   *
   * @throws BadFileException if it is no file of JSON
   */
  public static String nameAt(Path sidecar) throws BadFileException, IOException {
    return name(JsonFile.read(sidecar, JsonObject.class, WHAT));
  }

  /** The name of the kind that the provenance in some JSON is of. */
  public static String name(JsonObject provenance) {
    JsonElement kind = provenance.get(KIND);
    if (kind == null) {
      return UNNAMED;
    }
    return kind.isJsonPrimitive() ? kind.getAsString() : kind.toString();
  }

  /** Whether a file is of this kind. */
  public boolean isAt(Path sidecar) throws BadFileException, IOException {
    return name.equals(nameAt(sidecar));
  }

  /**
   * Reads a provenance file.
   *
   * @throws BadFileException if it is none, is of another kind, or lacks a field, which is named
   */
  public Provenance<R> read(Path sidecar) throws BadFileException, IOException {
    JsonObject json = JsonFile.read(sidecar, JsonObject.class, WHAT);
    if (!name.equals(name(json))) {
      throw new BadFileException(
          sidecar, "not %s: kind must be %s but was %s".formatted(WHAT, name, name(json)));
    }
    Head head = part(sidecar, json, TypeToken.get(Head.class));
    return new Provenance<>(
        head.program(),
        model(sidecar, json, head),
        head.kernels(),
        spread ? part(sidecar, json, type) : part(sidecar, json, requested()).request(),
        files(sidecar, json),
        sounding ? part(sidecar, json, TypeToken.get(Sound.class)).soundBank() : null);
  }

  @SuppressWarnings("unchecked")
  private TypeToken<Requested<R>> requested() {
    return (TypeToken<Requested<R>>) TypeToken.getParameterized(Requested.class, type.getType());
  }

  private static UsedModel model(Path sidecar, JsonObject json, Head head) throws BadFileException {
    if (head.model().isJsonPrimitive()) {
      return new UsedModel(head.model().getAsString(), head.modelSha256());
    }
    GivenModel given = part(sidecar, json, TypeToken.get(ModelWithHands.class)).model();
    return new UsedModel(given.model(), given.hands(), head.modelSha256());
  }

  private SortedMap<String, String> files(Path sidecar, JsonObject json) throws BadFileException {
    if (!oneText) {
      return part(sidecar, json, TypeToken.get(Files.class)).files();
    }
    String hash = part(sidecar, json, TypeToken.get(TextHash.class)).textSha256();
    return new TreeMap<>(Map.of(TEXT, hash));
  }

  private static <T> T part(Path sidecar, JsonObject json, TypeToken<T> part)
      throws BadFileException {
    return JsonFile.whole(sidecar, json, part, WHAT);
  }

  /** Writes a provenance file. */
  public void write(Path sidecar, Provenance<R> provenance) throws IOException {
    UsedModel model = provenance.model();
    JsonObject json = new JsonObject();
    if (!name.equals(UNNAMED)) {
      json.addProperty(KIND, name);
    }
    add(
        json,
        new Head(
            provenance.program(),
            model.hands() == null
                ? new JsonPrimitive(model.name())
                : GSON.toJsonTree(new GivenModel(model.name(), model.hands())),
            model.sha256(),
            provenance.kernels()));
    add(json, spread ? provenance.request() : new Requested<>(provenance.request()));
    add(
        json,
        oneText
            ? new TextHash(provenance.files().getOrDefault(TEXT, ""))
            : new Files(provenance.files()));
    String soundBank = provenance.soundBank();
    if (soundBank != null) {
      add(json, new Sound(soundBank));
    }
    JsonFile.write(sidecar, json);
  }

  private static void add(JsonObject json, Object part) {
    GSON.toJsonTree(part)
        .getAsJsonObject()
        .entrySet()
        .forEach(field -> json.add(field.getKey(), field.getValue()));
  }
}
