package ductus.lab;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import ductus.file.BadFileException;
import ductus.file.FieldCheck;
import ductus.file.JsonFile;
import ductus.lab.trial.Assignment;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Assignments as JSON: those that examinations come with, and those of a file of runs.
 *
 * <pre>{@code
 * {"runs": [
 *   {"name": "wide", "examination": "memory", "full": false, "seeds": [1, 2, 3], "minutes": 30,
 *    "settings": {"hiddenSize": 128}}
 * ]}
 * }</pre>
 *
 * <p>Only the examination must be named: what is left out is as in the examination's own settings,
 * those of the long run where {@code full} is true.
 */
public final class Assignments {
  private static final Gson GSON = new Gson();

  /**
   * A run as a file asks for it; what is null is as the examination has it.
   *
   * @param name of the run; that of its examination if null
   * @param examination its name
   * @param full whether the settings are those of the long run, where the file names none
   * @param seeds all chance is drawn from, one after the other
   * @param minutes after which no trial is begun
   * @param settings those that differ from the examination's own
   */
  record RunRequest(
      @Nullable String name,
      @Nullable String examination,
      @Nullable Boolean full,
      @Nullable List<Long> seeds,
      @Nullable Double minutes,
      @Nullable JsonObject settings) {
    /** A file of runs. */
    record RunList(@Nullable List<RunRequest> runs) {}
  }

  private Assignments() {}

  /**
   * What an examination does unless it is told otherwise.
   *
   * @param full whether it is the long run
   */
  public static Assignment<?> builtIn(Examination<?> examination, boolean full) {
    RunRequest built = resource(examination, full);
    JsonObject settings = Objects.requireNonNull(built.settings());
    return assignment(examination.name(), examination, settings, built, built);
  }

  private static RunRequest resource(Examination<?> examination, boolean full) {
    String name = examination.name() + (full ? "-full" : "") + ".json";
    try (InputStream stream =
        Objects.requireNonNull(Assignments.class.getResourceAsStream(name), name)) {
      return GSON.fromJson(new InputStreamReader(stream, StandardCharsets.UTF_8), RunRequest.class);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The runs that a file asks for, at least one.
   *
   * @throws BadFileException if it is not such a file; the reason names the line or the field
   */
  public static List<Assignment<?>> read(Path file) throws BadFileException, IOException {
    JsonElement json = JsonFile.read(file, JsonElement.class, "a file of runs");
    try {
      FieldCheck.check(json, RunRequest.RunList.class, "");
      List<RunRequest> runs = GSON.fromJson(json, RunRequest.RunList.class).runs();
      if (runs == null || runs.isEmpty()) {
        throw new IllegalArgumentException(
            "runs: must name one run or more, such as {\"runs\": [{\"examination\": \"gradients\","
                + " \"seeds\": [1, 2, 3]}]}");
      }
      return assignments(runs);
    } catch (IllegalArgumentException wrong) {
      throw new BadFileException(file, String.valueOf(wrong.getMessage()));
    }
  }

  private static List<Assignment<?>> assignments(List<RunRequest> runs) {
    List<Assignment<?>> assignments = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < runs.size(); i++) {
      String path = String.format(Locale.ROOT, "runs[%d]", i);
      try {
        Assignment<?> run = assignment(runs.get(i));
        if (!names.add(run.name())) {
          throw new IllegalArgumentException(
              "name: there is a run called %s before it; give each a name of its own"
                  .formatted(run.name()));
        }
        assignments.add(run);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(path + "." + wrong.getMessage(), wrong);
      }
    }
    return assignments;
  }

  private static Assignment<?> assignment(RunRequest run) {
    if (run.examination() == null) {
      throw new IllegalArgumentException("examination: must name one, such as gradients");
    }
    Examination<?> examination;
    try {
      examination = Examinations.named(run.examination());
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("examination: " + unknown.getMessage(), unknown);
    }
    String name = run.name() == null ? examination.name() : run.name();
    if (!name.matches("[\\w][\\w. -]*")) {
      throw new IllegalArgumentException(
          "name: must be letters, digits, spaces and .-_ but is " + name);
    }
    RunRequest built = resource(examination, Boolean.TRUE.equals(run.full()));
    JsonObject settings = Objects.requireNonNull(built.settings());
    if (run.settings() != null) {
      FieldCheck.check(run.settings(), examination.settings(), "settings");
      settings = merged(settings, run.settings());
    }
    return assignment(name, examination, settings, run, built);
  }

  /** The first object with what the second one says; lists are replaced. */
  private static JsonObject merged(JsonObject first, JsonObject second) {
    JsonObject merged = first.deepCopy();
    for (String name : second.keySet()) {
      JsonElement value = second.get(name);
      boolean both = value.isJsonObject() && first.has(name) && first.get(name).isJsonObject();
      merged.add(
          name,
          both ? merged(first.getAsJsonObject(name), value.getAsJsonObject()) : value.deepCopy());
    }
    return merged;
  }

  private static <S extends Record> Assignment<S> assignment(
      String name,
      Examination<S> examination,
      JsonObject settings,
      RunRequest run,
      RunRequest built) {
    FieldCheck.check(settings, examination.settings(), "settings");
    FieldCheck.requireAll(settings, examination.settings(), "settings");
    List<Long> seeds = run.seeds() == null ? built.seeds() : run.seeds();
    Assignment<S> assignment =
        new Assignment<>(
            name,
            examination,
            read(settings, examination.settings()),
            Objects.requireNonNull(seeds),
            run.minutes() == null ? Double.POSITIVE_INFINITY : run.minutes());
    try {
      requireDistinct(assignment.trials());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("settings: " + wrong.getMessage(), wrong);
    }
    return assignment;
  }

  /** What the settings name must be there, and once only, before the first trial runs. */
  private static void requireDistinct(List<Trial> trials) {
    Set<List<String>> labels = new HashSet<>();
    for (Trial trial : trials) {
      if (!labels.add(trial.labels())) {
        throw new IllegalArgumentException(trial.name() + " is there twice");
      }
    }
  }

  private static <S extends Record> S read(JsonObject settings, Class<S> kind) {
    try {
      return GSON.fromJson(settings, kind);
    } catch (JsonParseException broken) {
      throw new IllegalArgumentException("settings: " + broken.getMessage(), broken);
    } catch (RuntimeException wrapped) {
      // Gson wraps what a record's own checks say.
      Throwable cause = BadFileException.innermostCause(wrapped);
      throw new IllegalArgumentException("settings: " + cause.getMessage(), wrapped);
    }
  }
}
