package ductus.sweep;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.file.BadFileException;
import ductus.file.FieldCheck;
import ductus.file.JsonFile;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as a file asks for it.
 *
 * <pre>{@code
 * {"folder": "tunes",
 *  "settings": {"encoding": "melody", "epochs": 27},
 *  "values": {"hidden": [64, 128, 256], "learning-rate": [0.002, 0.004]},
 *  "seeds": [1, 2, 3],
 *  "halving": {"factor": 3, "first": 3}}
 * }</pre>
 *
 * <p>Settings are called as the options of the task's training command are; without a {@code task}
 * it is music. {@code values} stands for all combinations of its lists; in place of it {@code
 * configurations} can name some, each an object of settings. A {@code config}, such as a run's
 * {@code config.json}, gives what is not said; without one there must be a folder. Paths are seen
 * from the folder of the file.
 */
public final class SweepFile {
  private static final Gson GSON = new Gson();
  private static final String USUAL_TASK = "music";

  private SweepFile() {}

  /** Lays settings over those of a base. */
  public interface Settings {
    /**
     * Lays settings over those of a run, or over the usual ones.
     *
     * @param task that is learned
     * @param base settings of another run; null for the usual ones, of which some settings ask for
     *     others
     * @param sources to learn from; empty for those of the base
     * @param settings by name
     * @throws IllegalArgumentException if there is no such setting, or its value does not fit
     */
    <C extends TrainingConfig<C>> C over(
        Task<C> task, @Nullable C base, List<String> sources, Map<String, String> settings);

    /** The task that some settings are of, where a command trains several. */
    <C extends TrainingConfig<C>> Task<C> task(Task<C> asked, C settings);
  }

  /** What the file may say; all that is null it does not. */
  private record Request(
      @Nullable String task,
      @Nullable String folder,
      @Nullable String config,
      @Nullable JsonObject settings,
      @Nullable JsonObject values,
      @Nullable List<JsonObject> configurations,
      @Nullable List<Long> seeds,
      @Nullable Halving halving) {}

  /**
   * Reads one.
   *
   * @throws BadFileException if it is not such a file; the reason names the line or the field
   */
  public static SweepPlan read(Path file, Settings settings) throws BadFileException, IOException {
    JsonElement json = JsonFile.read(file, JsonElement.class, "a file of a sweep");
    try {
      FieldCheck.check(json, Request.class, "");
      return plan(file, request(json), settings);
    } catch (IllegalArgumentException wrong) {
      throw new BadFileException(file, String.valueOf(wrong.getMessage()));
    }
  }

  private static Request request(JsonElement json) {
    try {
      return GSON.fromJson(json, Request.class);
    } catch (RuntimeException wrapped) {
      // Gson wraps what a record's own checks say.
      Throwable cause = BadFileException.innermostCause(wrapped);
      throw new IllegalArgumentException(cause.getMessage(), wrapped);
    }
  }

  private static SweepPlan plan(Path file, Request request, Settings settings)
      throws BadFileException, IOException {
    if (request.folder() == null && request.config() == null) {
      throw new IllegalArgumentException(
          "folder: must name what is learned from, or config the config.json of a run");
    }
    if (request.seeds() == null) {
      throw new IllegalArgumentException("seeds: must name one or more, such as [1, 2, 3]");
    }
    return plan(
        Tasks.named(request.task() == null ? USUAL_TASK : request.task()), file, request, settings);
  }

  private static <C extends TrainingConfig<C>> SweepPlan plan(
      Task<C> asked, Path file, Request request, Settings settings)
      throws BadFileException, IOException {
    String config = request.config();
    C base = config == null ? null : Tasks.read(asked, beside(file, config));
    String folder = request.folder();
    List<String> sources = folder == null ? List.of() : List.of(beside(file, folder).toString());
    Map<String, String> common =
        request.settings() == null ? Map.of() : texts(request.settings(), "settings");
    List<Map<String, String>> choices = choices(request);
    List<Long> seeds = Objects.requireNonNull(request.seeds());
    SweepPlan.requireFew(choices.size(), seeds.size());
    List<Configuration> configurations = new ArrayList<>();
    List<C> settled = new ArrayList<>();
    int digits = String.valueOf(choices.size()).length();
    for (Map<String, String> choice : choices) {
      String name = String.format(Locale.ROOT, "c%0" + digits + "d", configurations.size() + 1);
      C training = settled(each -> settings.over(asked, base, sources, each), common, choice);
      settled.add(training);
      configurations.add(new Configuration(name, choice, training));
    }
    Task<C> task = settings.task(asked, settled.get(0));
    requireComparable(task, settled);
    return new SweepPlan(task.name(), configurations, seeds, request.halving());
  }

  private static Path beside(Path file, String path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  private static <C> C settled(
      Function<Map<String, String>, C> settings,
      Map<String, String> common,
      Map<String, String> choice) {
    Map<String, String> all = new LinkedHashMap<>(common);
    all.putAll(choice);
    if (all.containsKey("seed")) {
      throw new IllegalArgumentException("seed: is no setting; name seeds, such as [1, 2, 3]");
    }
    try {
      return settings.apply(all);
    } catch (IllegalArgumentException wrong) {
      String what = String.valueOf(wrong.getMessage());
      boolean ofAll = choice.isEmpty() || what.equals(complaint(settings, common));
      throw new IllegalArgumentException(
          ofAll ? what : "with %s: %s".formatted(Configuration.words(choice), what), wrong);
    }
  }

  private static String complaint(
      Function<Map<String, String>, ?> settings, Map<String, String> common) {
    try {
      Object unused = settings.apply(common);
      return "";
    } catch (IllegalArgumentException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  private static List<Map<String, String>> choices(Request request) {
    JsonObject values = request.values();
    List<JsonObject> named = request.configurations();
    if ((values == null) == (named == null)) {
      throw new IllegalArgumentException(
          "must name either values, such as {\"hidden\": [64, 128]}, or configurations, such as"
              + " [{\"hidden\": 64}]");
    }
    if (named == null) {
      return combinations(Objects.requireNonNull(values), Objects.requireNonNull(request.seeds()));
    }
    if (named.isEmpty()) {
      throw new IllegalArgumentException("configurations: must name one or more");
    }
    List<Map<String, String>> choices = new ArrayList<>();
    Set<Map<String, String>> seen = new LinkedHashSet<>();
    for (int i = 0; i < named.size(); i++) {
      String path = String.format(Locale.ROOT, "configurations[%d]", i);
      Map<String, String> choice = texts(named.get(i), path);
      if (!seen.add(choice)) {
        throw new IllegalArgumentException(path + ": is there twice");
      }
      choices.add(choice);
    }
    return choices;
  }

  /** All combinations; the first setting changes last. */
  private static List<Map<String, String>> combinations(JsonObject values, List<Long> seeds) {
    List<Map<String, String>> choices = List.of(Map.of());
    for (Map.Entry<String, JsonElement> entry : values.entrySet()) {
      List<String> texts = list(entry.getValue(), "values." + entry.getKey());
      SweepPlan.requireFew((long) choices.size() * texts.size(), seeds.size());
      choices =
          choices.stream()
              .flatMap(choice -> texts.stream().map(text -> extended(choice, entry.getKey(), text)))
              .toList();
    }
    return choices;
  }

  private static Map<String, String> extended(
      Map<String, String> choice, String name, String value) {
    Map<String, String> extended = new LinkedHashMap<>(choice);
    extended.put(name, value);
    return extended;
  }

  private static List<String> list(JsonElement values, String path) {
    if (!values.isJsonArray() || values.getAsJsonArray().isEmpty()) {
      throw new IllegalArgumentException(
          "%s: must be a list of one value or more but is %s".formatted(path, values));
    }
    JsonArray array = values.getAsJsonArray();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String text = text(array.get(i), String.format(Locale.ROOT, "%s[%d]", path, i));
      if (texts.contains(text)) {
        throw new IllegalArgumentException("%s: %s is there twice".formatted(path, text));
      }
      texts.add(text);
    }
    return texts;
  }

  private static Map<String, String> texts(JsonObject settings, String path) {
    Map<String, String> texts = new LinkedHashMap<>();
    settings
        .entrySet()
        .forEach(
            each -> texts.put(each.getKey(), text(each.getValue(), path + "." + each.getKey())));
    return texts;
  }

  /** The text of a value as it would stand on the command line. */
  private static String text(JsonElement value, String path) {
    if (value.isJsonArray()) {
      return Stream.of(value.getAsJsonArray())
          .flatMap(array -> array.asList().stream())
          .map(each -> text(each, path))
          .collect(Collectors.joining(","));
    }
    if (!value.isJsonPrimitive()) {
      throw new IllegalArgumentException(
          "%s: must be a number, a word, true or false but is %s".formatted(path, value));
    }
    return value.getAsString();
  }

  /** Losses can be compared only where they are of the same targets of the same data. */
  private static <C extends TrainingConfig<C>> void requireComparable(Task<C> task, List<C> all) {
    Map<String, Set<Object>> different = new LinkedHashMap<>();
    for (C config : all) {
      Map<String, Object> decisive = new LinkedHashMap<>();
      decisive.put("folder", config.learned().sources());
      decisive.put("validation", Objects.requireNonNullElse(config.learned().validation(), ""));
      // In an order of their own, so that the same setting is always named first.
      decisive.putAll(new TreeMap<>(task.decisiveForLoss(config)));
      decisive.forEach(
          (setting, value) ->
              different.computeIfAbsent(setting, each -> new LinkedHashSet<>()).add(value));
    }
    different.forEach(SweepFile::requireOne);
  }

  private static void requireOne(String setting, Set<Object> values) {
    if (values.size() > 1) {
      throw new IllegalArgumentException(
          "%s: must be the same in all configurations, or their losses could not be compared, but is %s"
              .formatted(
                  setting,
                  values.stream()
                      .map(each -> String.valueOf(each).toLowerCase(Locale.ROOT))
                      .collect(Collectors.joining(" and "))));
    }
  }
}
