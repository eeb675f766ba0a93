package ductus.cli.music;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonParseException;
import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.RemoteError;
import ductus.cluster.Cluster;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.cluster.Cluster.ClusterOutcome;
import ductus.cluster.ClusterException;
import ductus.task.music.generation.NewPiece;
import ductus.task.music.generation.NewPieces;
import ductus.task.music.generation.TuneFiles;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes many tunes on a cluster, some dozens with each command line: the same tunes under the same
 * names as here. All machines must see the folder and the model.
 */
final class ClusterGeneration {
  /** A writer of results as {@link Console#printJson} writes them. */
  private static final Gson RESULTS =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .registerTypeAdapter(
              Path.class,
              (JsonDeserializer<Path>) (name, type, gson) -> Path.of(name.getAsString()))
          .create();

  private final Console console;
  private final String model;
  private final MusicRequest request;
  private final int first;
  private final List<Path> stems;

  /**
   * What was made.
   *
   * @param tunes in order
   * @param whole whether no command failed
   */
  record Ending(List<NewPiece> tunes, boolean whole) {}

  /**
   * Tunes to make.
   *
   * @param model name, or path as all machines see it
   * @param first number of the first tune, counted from 1
   * @param stems one a tune, numbered one after the other
   */
  ClusterGeneration(
      Console console, String model, MusicRequest request, int first, List<Path> stems) {
    this.console = console;
    this.model = model;
    this.request = request;
    this.first = first;
    this.stems = List.copyOf(stems);
  }

  /** Has them made; says which could not be. */
  Ending run(Cluster cluster, List<String> sound, BooleanSupplier stop) throws ClusterException {
    List<ClusterCommand> commands =
        Portion.of(stems.size()).stream().map(each -> command(each, sound)).toList();
    TreeMap<Integer, List<NewPiece>> made = new TreeMap<>();
    boolean[] whole = {true};
    try (Progress progress = console.progress("Generating")) {
      int[] done = {0};
      cluster.run(
          commands,
          outcome -> {
            int number = commands.indexOf(outcome.command());
            List<NewPiece> tunes = tunes(outcome);
            whole[0] &= !tunes.isEmpty();
            made.put(number, tunes);
            progress.reach(++done[0], commands.size());
          },
          stop);
    }
    return new Ending(made.values().stream().flatMap(List::stream).toList(), whole[0]);
  }

  private ClusterCommand command(Portion portion, List<String> sound) {
    Path stem = stems.get(portion.from());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--named-from",
                name(stem),
                "--out",
                stem.toAbsolutePath().normalize().resolveSibling("").toString(),
                "--json"));
    arguments.addAll(sound);
    return portion.command(model, request, first, arguments);
  }

  /** The number that it ends in. */
  private static String name(Path stem) {
    String file = String.valueOf(stem.getFileName());
    return String.valueOf(Integer.parseInt(file.substring(file.lastIndexOf('-') + 1)));
  }

  /** None where it failed, which is said. */
  private List<NewPiece> tunes(ClusterOutcome outcome) {
    String failure;
    if (outcome.status() == ExitStatus.DONE) {
      List<NewPiece> tunes = told(outcome);
      if (tunes.isEmpty()) {
        failure = RemoteError.ofTornResult(outcome);
      } else if (tunes.stream().flatMap(each -> each.files().stream()).allMatch(Files::exists)) {
        return tunes.stream().map(this::here).toList();
      } else {
        failure = RemoteError.ofAnotherFolder(outcome);
      }
    } else {
      failure = RemoteError.of(outcome);
    }
    console.warn(outcome.command().name() + ": " + failure);
    return List.of();
  }

  /** None where the result is not whole. */
  private static List<NewPiece> told(ClusterOutcome outcome) {
    try {
      @Nullable NewPieces result = RESULTS.fromJson(outcome.out(), NewPieces.class);
      return result == null ? List.of() : result.tunes();
    } catch (JsonParseException torn) {
      return List.of();
    }
  }

  /** The tune with its files' names as this machine's user gave them. */
  private NewPiece here(NewPiece tune) {
    return tune.withFiles(
        tune.files().stream()
            .map(file -> stems.get(0).resolveSibling(String.valueOf(file.getFileName())))
            .toList());
  }

  /** Takes away what machines that were stopped have left of unfinished tunes. */
  void clean() throws IOException {
    for (Path stem : stems) {
      TuneFiles.deleteUnfinished(stem);
    }
  }
}
