package ductus.studio.shelf;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.studio.collection.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that a person puts on things of the library, in one small file of the workspace; not in
 * their provenance, which says how they were made and stays as it is. A thing is known by its name
 * and its sidecar's bytes: another one that gets the name later has no tags, and one that was
 * renamed keeps them.
 */
final class Tags {
  private static final int MOST = 20;

  /** Things that are gone whose tags are kept: they may come back from the bin. */
  private static final int MOST_GONE = 2000;

  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

  private final Path file;
  private final int mostGone;

  Tags(Workspace workspace) {
    this(workspace, MOST_GONE);
  }

  Tags(Workspace workspace, int mostGone) {
    file = workspace.own().resolve("tags.json");
    this.mostGone = mostGone;
  }

  /**
   * Tags of a thing.
   *
   * @param sha256 of its sidecar
   */
  private record Tagged(String stem, String sha256, List<String> tags) {}

  private record TagFile(List<Tagged> things) {}

  /** A thing by its name and the SHA-256 of its sidecar. */
  private record Identity(String stem, String sha256) {}

  /**
   * Tags that a thing has from now on.
   *
   * @param aside where a file of tags was put that could not be read; null where there was none
   */
  record NewTags(List<String> tags, @Nullable Path aside) {}

  /** What was tagged, read once, beside all things that there are. */
  static final class Reading {
    private final boolean broken;
    private final List<Tagged> all;
    private final Map<String, List<Tagged>> bySha256;
    private final Set<Identity> there;

    private Reading(boolean broken, List<Tagged> all, List<LibraryIndex.Indexed> things) {
      this.broken = broken;
      this.all = all;
      bySha256 = all.stream().collect(Collectors.groupingBy(Tagged::sha256));
      there =
          things.stream()
              .map(each -> new Identity(each.stem(), each.sha256()))
              .collect(Collectors.toSet());
    }

    /** The tags of a thing, in the order in which they were put on it. */
    List<String> of(LibraryIndex.Indexed thing) {
      return bySha256.getOrDefault(thing.sha256(), List.of()).stream()
          .filter(each -> isOf(each, thing))
          .findFirst()
          .map(Tagged::tags)
          .orElse(List.of());
    }

    /** Whether tags are of a thing: of its very name, or of one that is there no more. */
    private boolean isOf(Tagged tagged, LibraryIndex.Indexed thing) {
      return tagged.sha256().equals(thing.sha256())
          && (tagged.stem().equals(thing.stem()) || !isThere(tagged));
    }

    private boolean isThere(Tagged tagged) {
      return there.contains(new Identity(tagged.stem(), tagged.sha256()));
    }

    /** What stays of tags: all of what is there, and the latest of what is gone. */
    private List<Tagged> lasting(List<Tagged> tagged, int mostGone) {
      long gone = tagged.stream().filter(each -> !isThere(each)).count();
      Set<Tagged> old =
          tagged.stream()
              .filter(each -> !isThere(each))
              .limit(Math.max(0, gone - mostGone))
              .collect(Collectors.toSet());
      return tagged.stream().filter(each -> !old.contains(each)).toList();
    }
  }

  /**
   * Reads what was tagged; nothing where the file cannot be read.
   *
   * @param things all that there are
   */
  synchronized Reading read(List<LibraryIndex.Indexed> things) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new Reading(false, List.of(), things);
    }
    try {
      List<Tagged> tagged = JsonFile.read(file, TagFile.class, "a file of tags").things();
      return new Reading(false, tagged, things);
    } catch (BadFileException broken) {
      return new Reading(true, List.of(), things);
    }
  }

  /**
   * Puts tags on a thing in place of those that it has. A file of tags that cannot be read is kept
   * under another name: what stands in it may still be of use to a person.
   *
   * @param things all that there are
   * @throws IllegalArgumentException if they are too many or too long
   */
  synchronized NewTags put(
      LibraryIndex.Indexed thing, List<String> wanted, List<LibraryIndex.Indexed> things)
      throws IOException {
    Set<String> tags = new LinkedHashSet<>();
    for (String tag : wanted) {
      String word = String.valueOf(tag).strip();
      if (!TAG.matcher(word).matches()) {
        throw new IllegalArgumentException(
            "a tag must have letters, digits, spaces, points, hyphens and underscores, at most 40,"
                + " but was "
                + word);
      }
      tags.add(word);
    }
    if (tags.size() > MOST) {
      throw new IllegalArgumentException(
          "tags must be at most %d but were %d".formatted(MOST, tags.size()));
    }
    Reading before = read(things);
    List<Tagged> all = new ArrayList<>(before.all);
    all.removeIf(each -> before.isOf(each, thing));
    if (!tags.isEmpty()) {
      all.add(new Tagged(thing.stem(), thing.sha256(), List.copyOf(tags)));
    }
    Path aside = before.broken ? putAside() : null;
    JsonFile.write(file, new TagFile(before.lasting(all, mostGone)));
    return new NewTags(List.copyOf(tags), aside);
  }

  private Path putAside() throws IOException {
    for (int n = 1; ; n++) {
      Path aside = file.resolveSibling(String.format(Locale.ROOT, "tags-broken-%d.json", n));
      if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
        return Files.move(file, aside);
      }
    }
  }
}
