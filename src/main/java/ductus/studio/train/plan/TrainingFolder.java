package ductus.studio.train.plan;

import ductus.file.ShippedCorpora;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import ductus.task.Task;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder or a file that can be learned from.
 *
 * @param id by which the page asks for it: {@code own/NAME} came from the page, {@code ships/NAME}
 *     lies in {@code corpora/}
 * @param name to show
 * @param files in it that may be learned from, or pieces, by the name of the task
 * @param path real path
 */
public record TrainingFolder(String id, String name, Map<String, Integer> files, Path path) {
  private static final String OWN = "own/";
  private static final String SHIPS = "ships/";

  public TrainingFolder {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** The folders of the user, then those that ship, by name. */
  public static List<TrainingFolder> all(Workspace workspace) throws IOException {
    return in(workspace, folder -> true);
  }

  /**
   * What can be learned from in some folders.
   *
   * @param wanted whether to look into a folder, by the id that it has
   */
  private static List<TrainingFolder> in(Workspace workspace, Predicate<String> wanted)
      throws IOException {
    List<TrainingFolder> all = new ArrayList<>();
    add(workspace.corpora(), OWN, wanted, all);
    add(ShippedCorpora.folder(), SHIPS, wanted, all);
    return all;
  }

  private static void add(
      Path parent, String prefix, Predicate<String> wanted, List<TrainingFolder> all)
      throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    Path real = parent.toRealPath();
    try (Stream<Path> folders = Files.list(real)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        String name = String.valueOf(folder.getFileName());
        if (!name.startsWith(".") && !Files.isSymbolicLink(folder) && wanted.test(prefix + name)) {
          sources(folder)
              .forEach(
                  (source, files) -> {
                    String shown = real.relativize(source).toString().replace('\\', '/');
                    all.add(new TrainingFolder(prefix + shown, shown, files, source));
                  });
        }
      }
    }
  }

  /** What is in a folder for each task: the folder itself, then files in it. */
  private static SortedMap<Path, Map<String, Integer>> sources(Path folder) throws IOException {
    SortedMap<Path, Map<String, Integer>> sources = new TreeMap<>();
    for (Task<?> task : Tasks.ALL) {
      task.sourcesIn(folder)
          .forEach(
              (source, files) ->
                  sources
                      .computeIfAbsent(source, each -> new LinkedHashMap<>())
                      .put(task.name(), files));
    }
    return sources;
  }

  /**
   * The one of an id.
   *
   * @throws RequestException if there is none
   */
  static TrainingFolder of(Workspace workspace, String id) throws IOException {
    return in(workspace, folder -> id.equals(folder) || id.startsWith(folder + "/")).stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(404, "there is nothing of the name " + id + " to learn from"));
  }
}
