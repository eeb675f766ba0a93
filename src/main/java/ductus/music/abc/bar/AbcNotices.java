package ductus.music.abc.bar;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects what the reader of a tune took liberties with, a line for each kind of liberty. */
public final class AbcNotices {
  private final AbcSource source;
  private final Map<AbcLiberty, Taken> taken = new EnumMap<>(AbcLiberty.class);

  /** Where a liberty was taken, and what it was about the first time. */
  private static final class Taken {
    private final int place;
    private final String about;
    private final Set<Integer> places = new LinkedHashSet<>();

    Taken(int place, String about) {
      this.place = place;
      this.about = about;
    }
  }

  public AbcNotices(AbcSource source) {
    this.source = source;
  }

  /**
   * Notes a liberty; one that is taken at the same place again, such as when a repeat is played,
   * counts once.
   *
   * @param place index of a character
   * @param about what stands there, or what it lacks: the subject of the liberty's words
   */
  public void add(int place, AbcLiberty liberty, String about) {
    taken.computeIfAbsent(liberty, kind -> new Taken(place, about)).places.add(place);
  }

  /** The notices such as {@code line 12: "4" is no chord symbol: read as an annotation}. */
  public List<String> lines() {
    return taken.entrySet().stream().map(each -> line(each.getKey(), each.getValue())).toList();
  }

  private String line(AbcLiberty liberty, Taken first) {
    int others = first.places.size() - 1;
    return String.format(
        Locale.ROOT,
        "%s: line %d: %s %s%s",
        source.path(),
        source.lineNumber(first.place),
        first.about,
        liberty.words(),
        others == 0
            ? ""
            : ", and so in " + others + (others == 1 ? " place" : " places") + " more");
  }
}
