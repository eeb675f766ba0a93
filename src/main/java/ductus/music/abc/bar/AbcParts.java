package ductus.music.abc.bar;

import ductus.file.BadFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order in which the parts of a tune are played, such as {@code A2(BC)3}. */
public final class AbcParts {
  private static final int MOST_PARTS = 1024;

  private final String signs;
  private int index;

  private AbcParts(String signs) {
    this.signs = signs;
  }

  /**
   * Reads an order.
   *
   * @return the names of the parts one by one; empty if it is none, or longer than 1024 parts
   */
  public static Optional<String> order(String value) {
    AbcParts parts = new AbcParts(value.replaceAll("[\\s.,]", ""));
    if (parts.signs.isEmpty()
        || parts.signs.length() > MOST_PARTS
        || !parts.signs.matches("[A-Z0-9()]+")) {
      return Optional.empty();
    }
    Optional<String> order = parts.sequence();
    return parts.index == parts.signs.length() ? order : Optional.empty();
  }

  private Optional<String> sequence() {
    StringBuilder order = new StringBuilder();
    while (index < signs.length() && signs.charAt(index) != ')') {
      String group;
      if (signs.charAt(index) == '(') {
        index++;
        Optional<String> within = sequence();
        if (within.isEmpty() || index == signs.length()) {
          return Optional.empty();
        }
        group = within.get();
      } else {
        group = signs.substring(index, index + 1);
      }
      index++;
      int times = times();
      if (Character.isDigit(group.charAt(0))
          || order.length() + group.length() * times > MOST_PARTS) {
        return Optional.empty();
      }
      order.append(group.repeat(times));
    }
    return order.isEmpty() ? Optional.empty() : Optional.of(order.toString());
  }

  private int times() {
    int start = index;
    while (index < signs.length() && Character.isDigit(signs.charAt(index)) && index < start + 3) {
      index++;
    }
    return index == start ? 1 : Integer.parseInt(signs.substring(start, index));
  }

  /**
   * Plays the parts of a voice in an order, and what stands before the first part before them; each
   * part with its repeats.
   *
   * @param place of the order
   * @throws BadFileException if more than 65536 bars are played
   */
  public static List<AbcBar> played(
      AbcSource source, AbcNotices notices, List<AbcBar> written, String order, int place)
      throws BadFileException {
    Map<Character, List<AbcBar>> parts = new LinkedHashMap<>();
    for (AbcBar bar : written) {
      parts.computeIfAbsent(bar.part(), name -> new ArrayList<>()).add(bar);
    }
    if (order.chars().noneMatch(name -> parts.containsKey((char) name))) {
      notices.add(place, AbcLiberty.PART_ORDER, '"' + order + '"');
      return new AbcRepeats(source, notices, written).played();
    }
    for (Map.Entry<Character, List<AbcBar>> part : parts.entrySet()) {
      part.setValue(new AbcRepeats(source, notices, part.getValue()).played());
    }
    List<AbcBar> played = new ArrayList<>(parts.getOrDefault((char) 0, List.of()));
    for (int i = 0; i < order.length(); i++) {
      char name = order.charAt(i);
      List<AbcBar> part = parts.get(name);
      if (part == null) {
        notices.add(place, AbcLiberty.PART_MISSING, "part " + name);
      } else if (played.size() + part.size() > AbcRepeats.MOST_PLAYED) {
        throw source.error(place, "a tune must play " + AbcRepeats.MOST_PLAYED + " bars at most");
      } else {
        played.addAll(part);
      }
    }
    parts.forEach(
        (name, bars) -> {
          if (name != 0 && order.indexOf(name) < 0) {
            notices.add(bars.get(0).place(), AbcLiberty.PART_UNPLAYED, "part " + name);
          }
        });
    return played;
  }
}
