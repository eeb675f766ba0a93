package ductus.task.music.piece;

import java.nio.file.Path;

/** A cache of pieces that is filled, for tests of what writes. */
public final class FilledCache {
  private static final int ENTRIES = 4;

  private FilledCache() {}

  /**
   * Puts entries into the cache in a folder, and looks for them.
   *
   * @return what is wrong; empty where each entry is as it was put, or not there
   */
  public static String of(Path folder) {
    PieceCache cache = new PieceCache(folder);
    for (int i = 0; i < ENTRIES; i++) {
      String key = "%02x%062x".formatted(i % 2, i);
      PieceCache.Entry entry = new PieceCache.Entry(null, i, "is no music");
      cache.put(key, entry);
      if (!cache.get(key).map(entry::equals).orElse(true)) {
        return folder + ": entry " + i + " is another";
      }
    }
    return "";
  }
}
