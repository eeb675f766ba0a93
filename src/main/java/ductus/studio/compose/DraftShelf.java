package ductus.studio.compose;

import ductus.provenance.OutputNames;
import ductus.studio.collection.Creation;
import ductus.studio.collection.Library;
import ductus.studio.collection.LibraryItem;
import ductus.studio.collection.NewestFiles;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tunes among the drafts, so that none is lost with the page that asked for it. */
final class DraftShelf {
  private static final int MOST = 60;
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
    List<Path> sidecars = NewestFiles.of(workspace.drafts(), DraftShelf::isOfTune);
    List<LibraryItem> items = new ArrayList<>();
    for (Path sidecar : sidecars.subList(0, Math.min(MOST, sidecars.size()))) {
      try {
        items.add(library.item(workspace.name(Creation.stem(sidecar))));
      } catch (RequestException gone) {
        // Kept, or thrown away, while the list was made.
      }
    }
    return new Drafts(sidecars.size(), items);
  }

  private static boolean isOfTune(Path file) {
    return file.toString().endsWith(Creation.SIDECAR)
        && Files.isRegularFile(OutputNames.path(Creation.stem(file), MIDI));
  }
}
