package ductus.sweep;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Csv;
import ductus.file.JsonFile;
import ductus.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The folder of a sweep: {@code sweep.json} with all that decides it, {@code configurations/} with
 * a {@code config.json} for each, {@code runs/} with a run's folder for each of them and seed, and
 * the tables {@code results.csv} of configurations and {@code runs.csv} of runs, best first.
 *
 * @param path of the folder, absolute
 */
public record SweepFolder(Path path) {
  private static final Gson GSON = new Gson();

  /** Absolute, as other machines may look at it. */
  public SweepFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** All that decides a sweep. */
  private record Content(String ductus, SweepPlan plan) {}

  /** The table of configurations. */
  public Path results() {
    return path.resolve("results.csv");
  }

  /** The table of runs. */
  public Path runs() {
    return path.resolve("runs.csv");
  }

  private Path content() {
    return path.resolve("sweep.json");
  }

  /** What a run of a configuration can be begun with, by {@code train --config} and a seed. */
  public Path config(Configuration configuration) {
    return path.resolve("configurations").resolve(configuration.name() + ".json");
  }

  /** A run of a configuration. */
  public SweepRun run(Configuration configuration, long seed) {
    return new SweepRun(
        configuration,
        seed,
        path.resolve("runs")
            .resolve(String.format(Locale.ROOT, "%s-seed-%d", configuration.name(), seed)));
  }

  /**
   * Makes ready to sweep.
   *
   * @param resume whether a sweep that is there is to go on
   * @param version of the program
   * @throws BadFileException if the folder holds a sweep that is not to go on, or another one
   */
  public void begin(SweepPlan plan, boolean resume, String version)
      throws BadFileException, IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a folder for the sweep, but is a file");
    }
    if (Files.exists(content())) {
      if (!resume) {
        throw new BadFileException(
            path, "holds a sweep already; --resume goes on with it, or choose another --out");
      }
      if (!isOf(plan)) {
        throw new BadFileException(
            content(), "is of another sweep than is asked for; choose another --out");
      }
      return;
    }
    for (Configuration configuration : plan.configurations()) {
      Path config = config(configuration);
      AtomicFile.makeFolderOf(config);
      JsonFile.write(config, configuration.training(), Map.of(RunFolder.TASK, plan.task()));
    }
    JsonFile.write(content(), new Content(version, plan));
  }

  /** Compares what is written of a sweep: of another version of the program it may be, too. */
  private boolean isOf(SweepPlan plan) throws BadFileException, IOException {
    JsonObject before = JsonFile.read(content(), JsonObject.class, "a file of a sweep");
    return GSON.toJsonTree(plan).equals(before.get("plan"));
  }

  /**
   * Writes the tables.
   *
   * @param standings best first
   */
  void write(SweepPlan plan, List<Standing> standings) throws IOException {
    StringBuilder results = new StringBuilder(Csv.line(header(plan)));
    StringBuilder runs =
        new StringBuilder(
            Csv.line(
                List.of(
                    "configuration",
                    "seed",
                    "epochs",
                    "best_epoch",
                    "held_out_nats",
                    "seconds",
                    "failure",
                    "folder")));
    for (int i = 0; i < standings.size(); i++) {
      Standing standing = standings.get(i);
      results.append(Csv.line(row(i + 1, plan, standing)));
      standing.runs().forEach(each -> runs.append(Csv.line(row(each))));
    }
    AtomicFile.write(results(), results.toString());
    AtomicFile.write(runs(), runs.toString());
  }

  private static List<String> header(SweepPlan plan) {
    List<String> header = new ArrayList<>(List.of("rank", "configuration"));
    header.addAll(plan.settings());
    header.addAll(List.of("state", "seeds", "epochs", "held_out_nats", "deviation", "seconds"));
    return header;
  }

  private static List<String> row(int rank, SweepPlan plan, Standing standing) {
    Configuration configuration = standing.configuration();
    List<String> row = new ArrayList<>(List.of(String.valueOf(rank), configuration.name()));
    plan.settings().forEach(each -> row.add(configuration.settings().getOrDefault(each, "")));
    row.add(standing.state().label());
    row.add(String.valueOf(standing.nats().count()));
    row.add(String.valueOf(standing.epochs()));
    row.add(Csv.number(standing.nats().mean()));
    row.add(standing.nats().count() < 2 ? "" : Csv.number(standing.nats().deviation()));
    row.add(Csv.number(standing.seconds()));
    return row;
  }

  private List<String> row(RunResult result) {
    String failure = result.failure();
    return List.of(
        result.run().configuration().name(),
        String.valueOf(result.run().seed()),
        String.valueOf(result.epochs()),
        String.valueOf(result.bestEpoch()),
        Csv.number(result.nats()),
        Csv.number(result.seconds()),
        failure == null ? "" : failure,
        path.relativize(result.run().folder()).toString().replace('\\', '/'));
  }
}
