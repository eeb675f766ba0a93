package ductus.studio.bin;

import ductus.file.SavedName;
import java.util.List;

/**
 * What was thrown away at once.
 *
 * @param number of its place in the bin, from 1; never given twice
 * @param kind what it is
 * @param stem where it was, below the workspace, without what its files end in
 * @param endings what its files end in; one empty one where the stem itself is the file or folder
 * @param thrown when, in milliseconds since 1970
 */
public record BinEntry(int number, BinKind kind, String stem, List<String> endings, long thrown) {
  public BinEntry {
    endings = List.copyOf(endings);
    if (stem.isEmpty()) {
      throw new IllegalArgumentException("what was thrown away must have a place to go back to");
    }
    SavedName.requireBelow("the place of what was thrown away", stem);
    endings.forEach(ending -> SavedName.requirePlain("the end of a file's name", ending));
  }

  /** The stem without folders. */
  String name() {
    return stem.substring(stem.lastIndexOf('/') + 1);
  }
}
