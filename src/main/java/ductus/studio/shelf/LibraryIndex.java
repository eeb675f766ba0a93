package ductus.studio.shelf;

import ductus.file.Sha256;
import ductus.studio.collection.Creation;
import ductus.studio.collection.Library;
import ductus.studio.collection.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be searched for of everything in the library; each sidecar is read once. */
final class LibraryIndex {
  private static final int LONGEST_TEXT = 4000;

  private final Workspace workspace;
  private final Library library;
  private Map<Path, Known> known = new HashMap<>();

  LibraryIndex(Workspace workspace, Library library) {
    this.workspace = workspace;
    this.library = library;
  }

  /**
   * Something that was made.
   *
   * @param stem by which the page names it
   * @param sha256 of its sidecar, in hex
   * @param words in lower case, among which is searched
   */
  record Indexed(String stem, String sha256, String kind, String model, String words) {}

  /** A sidecar as it was read; of what is none of ours there is nothing to find. */
  private record Known(long modified, long bytes, @Nullable Indexed thing) {}

  /** All that there is, newest first. */
  synchronized List<Indexed> all() throws IOException {
    Map<Path, Known> now = new HashMap<>();
    List<Indexed> all = new ArrayList<>();
    for (Path sidecar : library.sidecars()) {
      Optional<Known> seen = look(sidecar);
      if (seen.isPresent()) {
        now.put(sidecar, seen.get());
        Indexed thing = seen.get().thing();
        if (thing != null) {
          all.add(thing);
        }
      }
    }
    known = now;
    return all;
  }

  private Optional<Known> look(Path sidecar) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(sidecar, BasicFileAttributes.class);
      long modified = attributes.lastModifiedTime().toMillis();
      Known before = known.get(sidecar);
      if (before != null && before.modified() == modified && before.bytes() == attributes.size()) {
        return Optional.of(before);
      }
      Optional<Creation> creation = Creation.read(sidecar);
      Indexed thing = creation.isPresent() ? indexed(creation.get(), Sha256.hex(sidecar)) : null;
      return Optional.of(new Known(modified, attributes.size(), thing));
    } catch (IOException goneOrBusy) {
      // Not noted: it is looked at again the next time.
      return Optional.empty();
    }
  }

  private Indexed indexed(Creation creation, String sha256) {
    String stem = workspace.name(creation.stem());
    String text = creation.text();
    String said = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    String words = String.join(" ", stem, creation.kind(), creation.model(), said);
    return new Indexed(
        stem, sha256, creation.kind(), creation.model(), words.toLowerCase(Locale.ROOT));
  }
}
