package ductus.studio.train;

import ductus.file.BadFileException;
import ductus.studio.collection.Workspace;
import ductus.studio.web.Refusal;
import ductus.workbench.Home;
import ductus.workbench.corpus.FolderFiles;
import ductus.workbench.corpus.PieceKind;
import ductus.workbench.kind.MelodyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of music that can be learned from.
 *
 * @param id by which the page asks for it: {@code own/NAME} came from the page, {@code ships/NAME}
 *     lies in {@code corpora/}
 * @param name to show
 * @param files in it that may be music
 * @param path real path
 */
record Source(String id, String name, int files, Path path) {
  private static final String OWN = "own/";
  private static final String SHIPS = "ships/";
  private static final PieceKind<?> MUSIC = new MelodyKind().files();

  /** Those of the user, then those that ship, by name. */
  static List<Source> all(Workspace workspace) throws IOException {
    List<Source> all = new ArrayList<>();
    add(workspace.corpora(), OWN, all);
    add(Home.folder().resolve("corpora"), SHIPS, all);
    return all;
  }

  private static void add(Path parent, String prefix, List<Source> all) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    Path real = parent.toRealPath();
    try (Stream<Path> folders = Files.list(real)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        String name = String.valueOf(folder.getFileName());
        int files = name.startsWith(".") || Files.isSymbolicLink(folder) ? 0 : count(folder);
        if (files > 0) {
          all.add(new Source(prefix + name, name, files, folder));
        }
      }
    }
  }

  private static int count(Path folder) {
    try {
      return FolderFiles.find(folder, MUSIC).files().size();
    } catch (BadFileException noMusic) {
      return 0;
    }
  }

  /**
   * The one of an id.
   *
   * @throws Refusal if there is none
   */
  static Source of(Workspace workspace, String id) throws IOException {
    return all(workspace).stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(404, "there is no music of the name " + id + " to learn from"));
  }
}
