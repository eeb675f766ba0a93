package ductus.studio.compose;

import ductus.studio.collection.Library;
import ductus.studio.collection.LibraryItem;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tunes among the drafts, so that none is lost with the page that asked for it. */
final class DraftShelf {
  private static final int MOST = 60;
  private static final String SIDECAR = ".json";
  private static final String MIDI = ".mid";

  private final Workspace workspace;
  private final Library library;

  DraftShelf(Workspace workspace) {
    this.workspace = workspace;
    library = new Library(workspace);
  }

  /** Some drafts: the newest first, and how many there are with those that are left out. */
  record Drafts(int all, List<LibraryItem> items) {}

  /** The newest drafts. */
  Drafts newest() throws IOException {
    if (!Files.isDirectory(workspace.drafts())) {
      return new Drafts(0, List.of());
    }
    List<Dated> sidecars;
    try (Stream<Path> files = Files.list(workspace.drafts())) {
      sidecars =
          files
              .filter(file -> file.toString().endsWith(SIDECAR) && Files.isRegularFile(midi(file)))
              .map(file -> new Dated(file, file.toFile().lastModified()))
              .sorted(DraftShelf::newerFirst)
              .toList();
    }
    List<LibraryItem> items = new ArrayList<>();
    for (Dated draft : sidecars.subList(0, Math.min(MOST, sidecars.size()))) {
      try {
        items.add(library.item(workspace.name(stem(draft.sidecar()))));
      } catch (RequestException gone) {
        // Kept, or thrown away, while the list was made.
      }
    }
    return new Drafts(sidecars.size(), items);
  }

  private record Dated(Path sidecar, long modified) {}

  private static int newerFirst(Dated one, Dated other) {
    int byTime = Long.compare(other.modified(), one.modified());
    return byTime != 0 ? byTime : other.sidecar().compareTo(one.sidecar());
  }

  private static Path stem(Path sidecar) {
    String name = String.valueOf(sidecar.getFileName());
    return sidecar.resolveSibling(name.substring(0, name.length() - SIDECAR.length()));
  }

  private static Path midi(Path sidecar) {
    Path stem = stem(sidecar);
    return stem.resolveSibling(stem.getFileName() + MIDI);
  }
}
