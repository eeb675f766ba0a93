package ductus.studio.corpus;

import ductus.file.ShippedCorpora;
import ductus.provenance.FileNames;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All folders of pieces that the page knows, found anew each time: others may have changed them.
 */
final class Corpora {
  static final String OWN = "own/";
  static final String SHIPS = "ships/";

  private static final List<String> SHIPPED = List.of("melodies", "hands");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,59}");

  private final Workspace workspace;

  Corpora(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The folders of the user by name, then those that ship. */
  List<CorpusFolder> all() throws IOException {
    List<CorpusFolder> all = new ArrayList<>();
    if (Files.isDirectory(workspace.corpora())) {
      try (Stream<Path> folders = Files.list(workspace.corpora())) {
        folders
            .filter(Files::isDirectory)
            .map(folder -> String.valueOf(folder.getFileName()))
            .filter(name -> !name.startsWith("."))
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .forEach(name -> all.add(own(name)));
      }
    }
    for (String name : SHIPPED) {
      Path folder = shipped(name);
      if (Files.isDirectory(folder)) {
        all.add(new CorpusFolder(false, name, folder.toRealPath()));
      }
    }
    return all;
  }

  private CorpusFolder own(String name) {
    return new CorpusFolder(true, name, workspace.corpora().resolve(name));
  }

  private static Path shipped(String name) throws IOException {
    return ShippedCorpora.folder().resolve(name);
  }

  /**
   * The one that the page names so.
   *
   * @throws RequestException if there is none
   */
  CorpusFolder of(String id) throws IOException {
    return all().stream()
        .filter(folder -> folder.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    404,
                    "there is no corpus "
                        + id.replaceFirst("^(" + OWN + "|" + SHIPS + ")", "")
                        + " any more"));
  }

  /**
   * The folder of the user's with an id, which may be changed.
   *
   * @throws RequestException if there is none, or it ships
   */
  CorpusFolder changeable(String id) throws IOException {
    CorpusFolder folder = of(id);
    if (!folder.own()) {
      throw new RequestException(403, folder.name() + " ships with Ductus and stays as it is");
    }
    return folder;
  }

  /**
   * The user's of a name, whether it is there already or not.
   *
   * @throws IllegalArgumentException if it can be no name
   */
  CorpusFolder named(String name) {
    if (!NAME.matcher(name).matches() || name.endsWith(" ") || name.endsWith(".")) {
      throw new IllegalArgumentException(
          "the name of a corpus must have letters, digits, spaces, points, hyphens and underscores,"
              + " at most 60");
    }
    FileNames.requirePortable(name);
    return own(name);
  }
}
