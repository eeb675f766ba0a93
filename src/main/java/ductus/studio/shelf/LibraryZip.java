package ductus.studio.shelf;

import ductus.studio.collection.Creation;
import ductus.studio.collection.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Things of the library with all their files as one zip archive, written as it is read. */
final class LibraryZip {
  private final Workspace workspace;

  LibraryZip(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes an archive; what went away meanwhile is not in it.
   *
   * @param stems by which the page names the things
   * @param out not closed
   */
  void write(List<String> stems, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (String stem : stems) {
      Optional<Creation> creation = Creation.at(workspace.inside(stem + Creation.SIDECAR));
      if (creation.isPresent()) {
        for (String ending : creation.get().endings()) {
          add(zip, creation.get().path(ending));
        }
      }
    }
    zip.finish();
    out.flush();
  }

  private void add(ZipOutputStream zip, Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      ZipEntry entry = new ZipEntry(workspace.name(file));
      entry.setLastModifiedTime(Files.getLastModifiedTime(file));
      zip.putNextEntry(entry);
      content.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException gone) {
      return;
    }
  }
}
