package ductus.lab.trial;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.lab.result.ResultFiles;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.math.KernelChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder of an examination's results: {@code results.csv}, {@code curves.csv}, {@code
 * NAME.svg}, {@code NAME.json}, and while trials run their checkpoints.
 *
 * @param <S> kind of settings
 */
public final class ExaminationFolder<S extends Record> {
  private static final Gson GSON = new Gson();

  /**
   * Where an examination's results come from, as it stands beside them.
   *
   * @param format of this file
   * @param version of Ductus
   * @param examination its name
   * @param question that it answers
   * @param settings of all trials
   * @param seeds of all trials
   * @param measures what each column means
   * @param kernels that computed
   * @param java version of
   * @param threads used; the figures do not depend on it, but for time and memory
   */
  record ExaminationProvenance(
      int format,
      String version,
      String examination,
      String question,
      JsonElement settings,
      List<Long> seeds,
      Map<String, String> measures,
      String kernels,
      String java,
      int threads) {
    static final int FORMAT = 1;
  }

  private final Path path;
  private final Assignment<S> assignment;
  private final ResultFiles files;

  /** A folder, which may not be there yet. */
  public ExaminationFolder(Path path, Assignment<S> assignment) {
    this.path = path;
    this.assignment = assignment;
    files = new ResultFiles(path, assignment.examination().labels(), assignment.measures());
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** The table of all trials and seeds. */
  public Path table() {
    return files.rows();
  }

  /** The picture of what has been found. */
  public Path picture() {
    return path.resolve(assignment.examination().name() + ".svg");
  }

  private Path provenance() {
    return path.resolve(assignment.examination().name() + ".json");
  }

  /**
   * The results that are there; none in a new folder.
   *
   * @throws BadFileException if they are of another examination or of other settings
   */
  Results read() throws BadFileException, IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a folder for the results, but is a file");
    }
    if (!Files.exists(provenance())) {
      if (files.exist()) {
        throw new BadFileException(
            path, "holds results of another examination; choose another --out");
      }
      return new Results(List.of());
    }
    ExaminationProvenance before =
        JsonFile.read(provenance(), ExaminationProvenance.class, "a file of an examination");
    JsonElement now = settings();
    if (before.settings() == null || !before.settings().equals(now)) {
      throw new BadFileException(
          provenance(),
          "the results beside it are of other settings (%s); choose another --out"
              .formatted(String.join(", ", differences(before.settings(), now))));
    }
    return files.read();
  }

  private JsonElement settings() {
    return GSON.toJsonTree(assignment.settings());
  }

  private static Set<String> differences(JsonElement one, JsonElement other) {
    if (one == null || !one.isJsonObject() || !other.isJsonObject()) {
      return Set.of("all");
    }
    JsonObject first = one.getAsJsonObject();
    JsonObject second = other.getAsJsonObject();
    Set<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    names.removeIf(
        name -> first.has(name) && second.has(name) && first.get(name).equals(second.get(name)));
    return names;
  }

  /** Says where the results to come are from. */
  void begin(Results before, String version, int threads) throws IOException {
    Set<Long> seeds = new TreeSet<>(assignment.seeds());
    before.all().forEach(result -> seeds.add(result.seed()));
    Map<String, String> measures = new LinkedHashMap<>();
    for (TrialMetric measure : assignment.examination().measures()) {
      measures.put(measure.name(), measure.meaning());
    }
    AtomicFile.makeFolderOf(checkpoint(0, 0));
    JsonFile.write(
        provenance(),
        new ExaminationProvenance(
            ExaminationProvenance.FORMAT,
            version,
            assignment.examination().name(),
            assignment.examination().question(),
            settings(),
            List.copyOf(seeds),
            measures,
            KernelChoice.best().name(),
            System.getProperty("java.version", ""),
            threads));
  }

  /** Where the trial of a number keeps its place. */
  Path checkpoint(int trial, long seed) {
    return path.resolve("running")
        .resolve(String.format(Locale.ROOT, "trial-%d-seed-%d.safetensors", trial, seed));
  }

  /** Adds a result; returns all, in the order of the trials and seeds. */
  Results add(Results before, Result result, List<Trial> trials) throws IOException {
    List<Result> all = new ArrayList<>(before.all());
    all.add(result);
    Results results = new Results(ordered(all, trials));
    files.write(results);
    return results;
  }

  private static List<Result> ordered(List<Result> results, List<Trial> trials) {
    List<Result> ordered = new ArrayList<>();
    for (Trial trial : trials) {
      results.stream()
          .filter(result -> result.labels().equals(trial.labels()))
          .sorted((one, other) -> Long.compare(one.seed(), other.seed()))
          .forEach(ordered::add);
    }
    return ordered;
  }

  /** Draws what has been found, and takes away what only running trials need. */
  void end(Results results) throws IOException {
    byte[] svg = assignment.examination().picture(assignment.settings(), results);
    AtomicFile.write(picture(), svg);
    Path running = path.resolve("running");
    if (Files.isDirectory(running)) {
      try (var left = Files.list(running)) {
        if (left.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(running);
    }
  }
}
