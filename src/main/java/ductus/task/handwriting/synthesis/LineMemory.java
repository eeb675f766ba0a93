package ductus.task.handwriting.synthesis;

import ductus.ink.layout.WrittenLine;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lines as they were written, so that a text of which one line changed has only that one drawn. A
 * line depends on its origin, its text and how often that text came before; what is remembered is
 * what would be drawn. What was not asked for the longest is forgotten first.
 */
public final class LineMemory {
  /** Points that are kept, of as many lines as some twenty pages have. */
  public static final int MOST_POINTS = 500_000;

  /** A line takes about as much memory as so many points, beside its own. */
  private static final int POINTS_A_LINE = 10;

  /**
   * What decides the lines of a writer, but for their text.
   *
   * @param model hash of the file
   * @param checked whether a reader checked them
   */
  record LineOrigin(
      String model, StyleChoice style, PenManner manner, boolean checked, long seed) {}

  /**
   * A line of a writer.
   *
   * @param time how often the text was there, with this one
   */
  record LineKey(LineOrigin origin, String text, int time) {}

  /** A line, and how its writing went. */
  record KnownLine(WrittenLine line, WritingFigures figures) {}

  private final Map<LineKey, KnownLine> lines = new LinkedHashMap<>(64, 0.75f, true);
  private final int mostPoints;
  private int points;

  private LineMemory(int mostPoints) {
    this.mostPoints = mostPoints;
  }

  /** A memory of as many lines as some twenty pages have. */
  public static LineMemory ofPages() {
    return new LineMemory(MOST_POINTS);
  }

  /** A memory that keeps nothing. */
  public static LineMemory none() {
    return new LineMemory(0);
  }

  /** Whether it remembers at all. */
  boolean keepsAny() {
    return mostPoints > 0;
  }

  /** Forgets all, since a hand that wrote them has changed. */
  public synchronized void clear() {
    lines.clear();
    points = 0;
  }

  synchronized Optional<KnownLine> find(LineKey key) {
    return Optional.ofNullable(lines.get(key));
  }

  synchronized void keep(LineKey key, KnownLine line) {
    if (size(line) > mostPoints || lines.put(key, line) != null) {
      return;
    }
    points += size(line);
    Iterator<KnownLine> oldest = lines.values().iterator();
    while (points > mostPoints) {
      points -= size(oldest.next());
      oldest.remove();
    }
  }

  private static int size(KnownLine line) {
    return line.line().ink().points() + POINTS_A_LINE;
  }
}
