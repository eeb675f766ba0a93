package ductus.ink.layout;

import ductus.ink.page.PageSetup.Alignment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person changed by hand on pages: words that are to be written anew, and paragraphs that
 * stand elsewhere. Both are named by the line of the text, from 0, and by the word in it, from 0;
 * the mark of an item is a word, that of a heading is none.
 */
public record PageChanges(List<WordAnew> words, List<ParagraphPlace> paragraphs) {
  /** Nothing is changed. */
  public static final PageChanges NONE = new PageChanges(List.of(), List.of());

  private static final int MOST = 5_000;
  private static final int LAST_TAKE = 1_000_000_000;
  private static final double FARTHEST = 2000;

  /**
   * A word that is written anew.
   *
   * @param take decides its chance, from 1: the same one writes the same word again
   */
  public record WordAnew(int line, int word, int take) {
    public WordAnew {
      requirePlace(line);
      requirePlace(word);
      if (take < 1 || take > LAST_TAKE) {
        throw new IllegalArgumentException(
            "the take of a word must be 1 to %d but was %d".formatted(LAST_TAKE, take));
      }
    }
  }

  /**
   * A paragraph that does not stand where the page would have it.
   *
   * @param alignment where its lines begin and end; null for the page's
   * @param right by which it is moved, in mm
   * @param up by which it is moved, in mm
   */
  public record ParagraphPlace(int line, @Nullable Alignment alignment, double right, double up) {
    public ParagraphPlace {
      requirePlace(line);
      if (!(Math.abs(right) <= FARTHEST) || !(Math.abs(up) <= FARTHEST)) {
        throw new IllegalArgumentException(
            "a paragraph must be moved by at most %.0f mm but was by %s, %s mm"
                .formatted(FARTHEST, right, up));
      }
    }
  }

  /** A missing list is an empty one, as in files that leave it out. */
  public PageChanges {
    words = words == null ? List.of() : List.copyOf(words);
    paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
    if (words.size() > MOST || paragraphs.size() > MOST) {
      throw new IllegalArgumentException(
          "at most %d words may be written anew and paragraphs moved but %d and %d were"
              .formatted(MOST, words.size(), paragraphs.size()));
    }
  }

  private static void requirePlace(int index) {
    if (index < 0) {
      throw new IllegalArgumentException(
          "a line and a word must be counted from 0 but were from " + index);
    }
  }

  /** The take of a word, if it is written anew. */
  Optional<WordAnew> anew(int line, int word) {
    return words.stream().filter(each -> each.line() == line && each.word() == word).findFirst();
  }

  /** Where the paragraph of a line stands. */
  ParagraphPlace place(int line) {
    return paragraphs.stream()
        .filter(each -> each.line() == line)
        .findFirst()
        .orElse(new ParagraphPlace(line, null, 0, 0));
  }
}
