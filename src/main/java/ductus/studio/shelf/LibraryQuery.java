package ductus.studio.shelf;

import java.util.List;
import java.util.Locale;

/**
 * What is looked for in the library; what is empty fits all.
 *
 * @param words each must be in a name, kind, model, text or tag, in any case
 * @param kind of things
 * @param model by name
 * @param tag one of a thing's tags
 */
record LibraryQuery(List<String> words, String kind, String model, String tag) {
  private static final int MOST_WORDS = 20;

  LibraryQuery {
    words = List.copyOf(words);
  }

  /** The query of some words as they are typed. */
  static LibraryQuery of(String typed, String kind, String model, String tag) {
    List<String> words =
        List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS + 1)).stream()
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList();
    return new LibraryQuery(words, kind, model, tag);
  }

  /** Whether something is looked for. */
  boolean fits(LibraryIndex.Indexed thing, List<String> tags) {
    return (kind.isEmpty() || kind.equals(thing.kind()))
        && (model.isEmpty() || model.equals(thing.model()))
        && (tag.isEmpty() || tags.contains(tag))
        && words.stream().allMatch(word -> has(thing, tags, word));
  }

  private static boolean has(LibraryIndex.Indexed thing, List<String> tags, String word) {
    return thing.words().contains(word)
        || tags.stream().anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(word));
  }
}
