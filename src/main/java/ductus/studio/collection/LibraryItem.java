package ductus.studio.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was made, as the page shows it.
 *
 * @param stem below the workspace, by which the page names it
 * @param name the stem without folders
 * @param kind as {@link Creation#kind()}
 * @param model by name
 * @param seed as text, since JavaScript's numbers end before ours
 * @param text that was written; null of what is no writing
 * @param made milliseconds since 1970
 * @param files names of its files below the workspace, the sidecar last
 */
public record LibraryItem(
    String stem,
    String name,
    String kind,
    String model,
    @Nullable String seed,
    @Nullable String text,
    long made,
    List<String> files) {
  private static final int LONGEST_TEXT = 200;

  /** The item of something that was made. */
  public static LibraryItem of(Workspace workspace, Creation creation) throws IOException {
    String text = creation.text();
    return new LibraryItem(
        workspace.name(creation.stem()),
        String.valueOf(creation.stem().getFileName()),
        creation.kind(),
        creation.model(),
        creation.seed(),
        text == null || text.length() <= LONGEST_TEXT
            ? text
            : text.substring(0, LONGEST_TEXT) + "…",
        Files.getLastModifiedTime(creation.sidecar()).toMillis(),
        creation.endings().stream().map(ending -> workspace.name(creation.path(ending))).toList());
  }
}
