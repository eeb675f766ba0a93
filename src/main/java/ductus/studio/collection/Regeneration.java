package ductus.studio.collection;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.provenance.NewNames;
import ductus.task.registry.Regenerable;
import ductus.task.registry.Regenerators;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes things again from their provenance, and compares the bytes. */
final class Regeneration {
  private final Workspace workspace;
  private final Regenerators regenerators;

  Regeneration(Workspace workspace, String programVersion, int threads) {
    this.workspace = workspace;
    regenerators = new Regenerators(programVersion, threads);
  }

  /**
   * What was made again.
   *
   * @param item the new one
   * @param different endings of files whose bytes differ
   */
  record RegeneratedItem(LibraryItem item, List<String> different) {}

  RegeneratedItem run(Library library, Creation creation) throws BadFileException, IOException {
    Regenerable<?> before = regenerators.open(creation.sidecar());
    try (NewNames names = before.names(workspace.root())) {
      Path stem = names.next();
      List<String> different = before.again(stem, ReadingListener.NONE).different();
      return new RegeneratedItem(library.item(workspace.name(stem)), different);
    }
  }
}
