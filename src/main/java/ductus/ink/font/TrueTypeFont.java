package ductus.ink.font;

import ductus.ink.font.GlyphOutline.OutlinePoint;
import ductus.ink.font.HandFont.FontNames;
import ductus.ink.font.HandFont.Letter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a font as a TrueType file (OpenType with quadratic outlines): letters as a round pen
 * leaves them, whose forms alternate where a program knows {@code calt}. The same font has the same
 * bytes.
 */
public final class TrueTypeFont {
  private static final int EM = 2048;
  private static final double SCALE = EM / FontMetrics.X_HEIGHTS;
  private static final int SPACE = 1;
  private static final int FIRST = 2;
  private static final int NO_BREAK_SPACE = 0xA0;

  /** Seconds since 1904 of the first of January 2026, so that all runs make the same bytes. */
  private static final long DATE = 3_850_070_400L;

  private static final long MAGIC = 0x5F0F3CF5L;
  private static final long WHOLE = 0xB1B0AFBAL;
  private static final int SUM_ADJUSTMENT = 8;
  private static final int WINDOWS = 3;
  private static final int BASIC_PLANE = 1;
  private static final int ALL_PLANES = 10;
  private static final int ENGLISH = 0x409;
  private static final int LAST_OF_BASIC_PLANE = 0xFFFF;

  private final HandFont font;
  private final FontMetrics metrics;
  private final List<GlyphOutline> glyphs = new ArrayList<>();
  private final List<Integer> characters;

  private TrueTypeFont(HandFont font, double nib) {
    this.font = font;
    metrics = FontMetrics.of(font);
    characters = List.copyOf(font.letters().keySet());
    glyphs.add(missing(nib));
    glyphs.add(new GlyphOutline(List.of(), units(font.space())));
    for (int form = 0; form < font.forms(); form++) {
      for (List<Letter> forms : font.letters().values()) {
        Letter letter = forms.get(form);
        glyphs.add(GlyphOutline.of(NibOutline.of(letter.strokes(), nib), SCALE, letter.advance()));
      }
    }
  }

  /**
   * The bytes of the file.
   *
   * @param nib width of the pen, x-heights
   */
  public static byte[] bytes(HandFont font, double nib) {
    if (!(nib >= 0.01 && nib <= 1)) {
      throw new IllegalArgumentException(
          "nib must be from 0.01 to 1 x-heights for a font but was " + nib);
    }
    return new TrueTypeFont(font, nib).bytes();
  }

  private static int units(double length) {
    return (int) Math.round(length * SCALE);
  }

  /** What stands for a character that the font lacks: an empty box. */
  private GlyphOutline missing(double nib) {
    int width = units(1);
    int height = units(metrics.capitals());
    int line = Math.max(1, units(nib));
    return new GlyphOutline(
        List.of(
            box(0, 0, width, height, true), box(line, line, width - line, height - line, false)),
        width + units(0.3));
  }

  private static List<OutlinePoint> box(
      int left, int bottom, int right, int top, boolean clockwise) {
    OutlinePoint upper = new OutlinePoint(left, top, true);
    OutlinePoint lower = new OutlinePoint(right, bottom, true);
    return List.of(
        new OutlinePoint(left, bottom, true),
        clockwise ? upper : lower,
        new OutlinePoint(right, top, true),
        clockwise ? lower : upper);
  }

  private byte[] bytes() {
    LayoutTables layout = new LayoutTables(SPACE, FIRST, characters, font.forms());
    TableBytes places = new TableBytes();
    TableBytes outlines = new TableBytes();
    for (GlyphOutline glyph : glyphs) {
      places.longs(outlines.size());
      outlines.all(glyph.table());
    }
    places.longs(outlines.size());
    SortedMap<String, TableBytes> tables = new TreeMap<>();
    tables.put("OS/2", systemMetrics());
    tables.put("cmap", characterMap());
    tables.put("glyf", outlines);
    tables.put("head", head());
    tables.put("hhea", horizontalHeader());
    tables.put("hmtx", horizontalMetrics());
    tables.put("loca", places);
    tables.put("maxp", profile());
    tables.put("name", names());
    tables.put(
        "post",
        new TableBytes().longs(0x00030000, 0).words(units(-0.4), units(0.1)).longs(0, 0, 0, 0, 0));
    if (font.forms() > 1) {
      tables.put("GSUB", layout.substitution());
    }
    if (!font.kerning().farther().isEmpty()) {
      tables.put("GPOS", layout.positioning(font.kerning(), SCALE));
    }
    return file(tables);
  }

  private static byte[] file(SortedMap<String, TableBytes> tables) {
    int power = 31 - Integer.numberOfLeadingZeros(tables.size());
    TableBytes file =
        new TableBytes()
            .longs(0x00010000)
            .words(tables.size(), 16 << power, power, 16 * tables.size() - (16 << power));
    int offset = 12 + 16 * tables.size();
    int head = 0;
    for (Map.Entry<String, TableBytes> table : tables.entrySet()) {
      int size = table.getValue().size();
      byte[] padded = table.getValue().padded().toArray();
      file.tag(table.getKey()).longs(sum(padded), offset, size);
      head = table.getKey().equals("head") ? offset : head;
      offset += padded.length;
    }
    tables.values().forEach(file::all);
    byte[] bytes = file.toArray();
    byte[] adjustment = new TableBytes().longs(WHOLE - sum(bytes)).toArray();
    System.arraycopy(adjustment, 0, bytes, head + SUM_ADJUSTMENT, adjustment.length);
    return bytes;
  }

  private static long sum(byte[] bytes) {
    long sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xFFL) << (24 - 8 * (i % 4));
    }
    return sum & 0xFFFFFFFFL;
  }

  private List<Integer> bounds() {
    List<List<Integer>> all = glyphs.stream().map(GlyphOutline::bounds).toList();
    return List.of(
        all.stream().mapToInt(bounds -> bounds.get(0)).min().orElse(0),
        all.stream().mapToInt(bounds -> bounds.get(1)).min().orElse(0),
        all.stream().mapToInt(bounds -> bounds.get(2)).max().orElse(0),
        all.stream().mapToInt(bounds -> bounds.get(3)).max().orElse(0));
  }

  private TableBytes head() {
    TableBytes head =
        new TableBytes()
            .longs(0x00010000, 0x00010000, 0, MAGIC)
            .words(0x000B, EM)
            .longs(0, DATE, 0, DATE);
    bounds().forEach(head::words);
    return head.words(0, 8, 2, 1, 0);
  }

  private TableBytes horizontalHeader() {
    int widest = glyphs.stream().mapToInt(GlyphOutline::advance).max().orElse(0);
    int left = glyphs.stream().mapToInt(glyph -> glyph.bounds().get(0)).min().orElse(0);
    int right =
        glyphs.stream().mapToInt(glyph -> glyph.advance() - glyph.bounds().get(2)).min().orElse(0);
    int extent = glyphs.stream().mapToInt(glyph -> glyph.bounds().get(2)).max().orElse(0);
    return new TableBytes()
        .longs(0x00010000)
        .words(units(metrics.ascent()), -units(metrics.descent()), 0)
        .words(widest, left, right, extent)
        .words(1, 0, 0, 0, 0, 0, 0, 0, glyphs.size());
  }

  private TableBytes horizontalMetrics() {
    TableBytes table = new TableBytes();
    glyphs.forEach(glyph -> table.words(Math.max(0, glyph.advance()), glyph.bounds().get(0)));
    return table;
  }

  private TableBytes profile() {
    return new TableBytes()
        .longs(0x00010000)
        .words(
            glyphs.size(),
            glyphs.stream().mapToInt(GlyphOutline::points).max().orElse(0),
            glyphs.stream().mapToInt(glyph -> glyph.contours().size()).max().orElse(0))
        .words(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private TableBytes systemMetrics() {
    List<Integer> bounds = bounds();
    int mean =
        (int) Math.round(glyphs.stream().mapToInt(GlyphOutline::advance).average().orElse(0));
    return new TableBytes()
        .words(4, mean, 400, 5, 0)
        .words(units(0.9), units(0.9), 0, units(0.2), units(0.9), units(0.9), 0, units(0.9))
        .words(units(0.1), units(0.6))
        // Scripts, and of Latin letters those that are written by hand.
        .words(0x0A00)
        .bytes(3, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        .longs(0x00000007, 0, 0, 0)
        .tag("    ")
        .words(0x00C0, ' ', Math.min(LAST_OF_BASIC_PLANE, characters.get(characters.size() - 1)))
        .words(units(metrics.ascent()), -units(metrics.descent()), 0)
        .words(
            Math.max(units(metrics.ascent()), bounds.get(3)),
            Math.max(units(metrics.descent()), -bounds.get(1)))
        .longs(0x00000003, 0)
        .words(units(1), units(metrics.capitals()), 0, ' ', 3);
  }

  private TableBytes characterMap() {
    SortedMap<Integer, Integer> map = new TreeMap<>();
    map.put((int) ' ', SPACE);
    map.put(NO_BREAK_SPACE, SPACE);
    for (int i = 0; i < characters.size(); i++) {
      map.put(characters.get(i), FIRST + i);
    }
    TableBytes basic = basicPlane(map);
    TableBytes all = allPlanes(map);
    return new TableBytes()
        .words(0, 2, WINDOWS, BASIC_PLANE)
        .longs(20)
        .words(WINDOWS, ALL_PLANES)
        .longs(20 + basic.size())
        .all(basic)
        .all(all);
  }

  /** Where characters and glyphs go on together: first and last character, and first glyph. */
  private record Run(int first, int last, int glyph) {}

  private static List<Run> runs(SortedMap<Integer, Integer> map) {
    List<Run> runs = new ArrayList<>();
    map.forEach(
        (character, glyph) -> {
          Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
          boolean goesOn =
              last != null
                  && character == last.last() + 1
                  && glyph == last.glyph() + character - last.first();
          if (goesOn && last != null) {
            runs.set(runs.size() - 1, new Run(last.first(), character, last.glyph()));
          } else {
            runs.add(new Run(character, character, glyph));
          }
        });
    return runs;
  }

  /** A map of format 4. */
  private static TableBytes basicPlane(SortedMap<Integer, Integer> map) {
    List<Run> runs = new ArrayList<>(runs(map.headMap(LAST_OF_BASIC_PLANE)));
    runs.add(new Run(LAST_OF_BASIC_PLANE, LAST_OF_BASIC_PLANE, 0));
    int power = 31 - Integer.numberOfLeadingZeros(runs.size());
    TableBytes table =
        new TableBytes()
            .words(4, 16 + 8 * runs.size(), 0, 2 * runs.size())
            .words(2 << power, power, 2 * runs.size() - (2 << power));
    runs.forEach(run -> table.words(run.last()));
    table.words(0);
    runs.forEach(run -> table.words(run.first()));
    runs.forEach(run -> table.words((run.glyph() - run.first()) & 0xFFFF));
    runs.forEach(run -> table.words(0));
    return table;
  }

  /** A map of format 12. */
  private static TableBytes allPlanes(SortedMap<Integer, Integer> map) {
    List<Run> runs = runs(map);
    TableBytes table = new TableBytes().words(12, 0).longs(16 + 12L * runs.size(), 0, runs.size());
    runs.forEach(run -> table.longs(run.first(), run.last(), run.glyph()));
    return table;
  }

  private TableBytes names() {
    FontNames names = font.names();
    String postScript = names.family().replaceAll("[^A-Za-z0-9]", "");
    SortedMap<Integer, String> texts = new TreeMap<>();
    texts.put(0, names.license().isEmpty() ? "" : names.source() + " " + names.license());
    texts.put(1, names.family());
    texts.put(2, "Regular");
    texts.put(3, "Ductus: " + names.family());
    texts.put(4, names.family());
    texts.put(5, "Version 1.000");
    texts.put(6, (postScript.isEmpty() ? "Hand" : postScript) + "-Regular");
    texts.put(10, names.source());
    texts.put(13, names.license());
    texts.values().removeIf(String::isEmpty);
    TableBytes records = new TableBytes().words(0, texts.size(), 6 + 12 * texts.size());
    TableBytes storage = new TableBytes();
    texts.forEach(
        (number, text) -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
          records.words(WINDOWS, BASIC_PLANE, ENGLISH, number, bytes.length, storage.size());
          storage.all(bytes);
        });
    return records.all(storage);
  }
}
