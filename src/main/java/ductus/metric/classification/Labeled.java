package ductus.metric.classification;

import java.nio.file.Path;

/**
 * Something that it is known of what class it is.
 *
 * @param path its file
 * @param place in the file, such as {@code line 3}; empty where the file is the thing
 * @param hash of its content: those with the same hash are the same
 * @param whole that it is a part of: of one whole all is learned, or all held out
 * @param thing itself
 * @param label name of its class
 */
public record Labeled<T>(
    Path path, String place, String hash, String whole, T thing, String label) {
  /** Where it was found, for people. */
  public String where() {
    return place.isEmpty() ? path.toString() : path + ": " + place;
  }

  /** A thing that is a whole itself. */
  public static <T> Labeled<T> whole(Path path, String place, String hash, T thing, String label) {
    return new Labeled<>(path, place, hash, hash, thing, label);
  }
}
