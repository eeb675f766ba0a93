package ductus.ink.font;

import ductus.ink.font.HandFont.Kerning;
import ductus.ink.font.HandFont.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What programs that set text are to do with a font's glyphs: take the next form of a letter after
 * each ({@code calt} in {@code GSUB}), and kern ({@code kern} in {@code GPOS}).
 *
 * <p>The glyphs of a form follow one another, as the characters do, and the forms follow one
 * another.
 */
final class LayoutTables {
  private static final int VERSION = 0x00010000;
  private static final int NO_FEATURE = 0xFFFF;
  private static final int SINGLE = 1;
  private static final int PAIR = 2;
  private static final int CHAINED = 6;
  private static final int ADVANCE = 0x0004;

  private final int first;
  private final int space;
  private final List<Integer> characters;
  private final int forms;

  /**
   * Tables for glyphs.
   *
   * @param space number of the space
   * @param first number of the first form of the first character
   */
  LayoutTables(int space, int first, List<Integer> characters, int forms) {
    this.space = space;
    this.first = first;
    this.characters = List.copyOf(characters);
    this.forms = forms;
  }

  /**
   * The table that cycles through the forms: behind a glyph of a form, a space between them or not,
   * a character takes the next. It goes on with what was put in, so it needs no memory.
   */
  TableBytes substitution() {
    List<TableBytes> cycle = new ArrayList<>();
    List<TableBytes> lookups = new ArrayList<>();
    for (int form = 0; form + 1 < forms; form++) {
      cycle.add(behind(form, List.of(range(glyph(0, form), glyph(last(), form)))));
      cycle.add(
          behind(form, List.of(range(space, space), range(glyph(0, form), glyph(last(), form)))));
    }
    lookups.add(lookup(CHAINED, cycle));
    for (int form = 1; form < forms; form++) {
      TableBytes single =
          new TableBytes()
              .words(1, 6, form * characters.size())
              .all(range(glyph(0, 0), glyph(last(), 0)));
      lookups.add(lookup(SINGLE, List.of(single)));
    }
    return table("calt", lookups);
  }

  private int last() {
    return characters.size() - 1;
  }

  private int glyph(int character, int form) {
    return first + form * characters.size() + character;
  }

  /** A rule that a first form becomes the next one behind some glyphs, the nearest first. */
  private TableBytes behind(int form, List<TableBytes> before) {
    List<TableBytes> coverages = new ArrayList<>(before);
    coverages.add(range(glyph(0, 0), glyph(last(), 0)));
    int offset = 2 + 2 + 2 * before.size() + 2 + 2 + 2 + 2 + 4;
    TableBytes rule = new TableBytes().words(3, before.size());
    for (int i = 0; i < coverages.size(); i++) {
      if (i == before.size()) {
        rule.words(1);
      }
      rule.words(offset);
      offset += coverages.get(i).size();
    }
    rule.words(0, 1, 0, form + 1);
    coverages.forEach(rule::all);
    return rule;
  }

  /** The glyphs from one to another. */
  private static TableBytes range(int from, int to) {
    return new TableBytes().words(2, 1, from, to, 0);
  }

  /**
   * The table of kerning.
   *
   * @param scale units in an x-height
   */
  TableBytes positioning(Kerning kerning, double scale) {
    SortedMap<Integer, Integer> numbers = new TreeMap<>();
    for (Pair pair : kerning.farther().keySet()) {
      numbers.put(pair.before(), 0);
      numbers.put(pair.next(), 0);
    }
    int number = 0;
    for (Map.Entry<Integer, Integer> each : numbers.entrySet()) {
      each.setValue(++number);
    }
    SortedSet<Integer> covered = new TreeSet<>();
    TableBytes ranges = new TableBytes();
    for (int form = 0; form < forms; form++) {
      for (int i = 0; i < characters.size(); i++) {
        Integer kind = numbers.get(kerning.classes().getOrDefault(characters.get(i), -1));
        if (kind != null) {
          covered.add(glyph(i, form));
          ranges.words(glyph(i, form), glyph(i, form), kind);
        }
      }
    }
    TableBytes classes = new TableBytes().words(2, covered.size()).all(ranges);
    TableBytes values = new TableBytes();
    List<Integer> kinds = new ArrayList<>(numbers.keySet());
    for (int before = 0; before <= kinds.size(); before++) {
      for (int next = 0; next <= kinds.size(); next++) {
        double farther =
            before == 0 || next == 0
                ? 0
                : kerning
                    .farther()
                    .getOrDefault(new Pair(kinds.get(before - 1), kinds.get(next - 1)), 0.0);
        values.words((int) Math.round(farther * scale));
      }
    }
    int header = 16;
    int coverage = header + values.size();
    TableBytes pairs =
        new TableBytes()
            .words(
                2,
                coverage,
                ADVANCE,
                0,
                coverage + 4 + 2 * covered.size(),
                coverage + 4 + 2 * covered.size(),
                kinds.size() + 1,
                kinds.size() + 1)
            .all(values)
            .words(1, covered.size());
    covered.forEach(pairs::words);
    return table("kern", List.of(lookup(PAIR, List.of(pairs.all(classes)))));
  }

  private static TableBytes lookup(int kind, List<TableBytes> rules) {
    TableBytes lookup = new TableBytes().words(kind, 0, rules.size());
    int offset = 6 + 2 * rules.size();
    for (TableBytes rule : rules) {
      lookup.words(offset);
      offset += rule.size();
    }
    rules.forEach(lookup::all);
    return lookup;
  }

  /** A table of one feature, for all scripts, which begins with the first lookup. */
  private static TableBytes table(String feature, List<TableBytes> lookups) {
    TableBytes language = new TableBytes().words(4, 0, 0, NO_FEATURE, 1, 0);
    TableBytes scripts =
        new TableBytes().words(2).tag("DFLT").words(14).tag("latn").words(14).all(language);
    TableBytes features = new TableBytes().words(1).tag(feature).words(8, 0, 1, 0);
    TableBytes list = new TableBytes().words(lookups.size());
    int offset = 2 + 2 * lookups.size();
    for (TableBytes lookup : lookups) {
      list.words(offset);
      offset += lookup.size();
    }
    lookups.forEach(list::all);
    return new TableBytes()
        .longs(VERSION)
        .words(10, 10 + scripts.size(), 10 + scripts.size() + features.size())
        .all(scripts)
        .all(features)
        .all(list);
  }
}
