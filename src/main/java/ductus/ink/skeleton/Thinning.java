package ductus.ink.skeleton;

import java.util.ArrayList;
import java.util.List;

/**
 * Thins lines until they are one pixel broad, in their middle, connected as before (Guo and Hall
 * 1989, algorithm A1, under which slanting lines of two pixels do not vanish); what that leaves of
 * the corners of stairs is taken away one pixel after the other.
 */
public final class Thinning {
  /** The neighbors of a pixel from the one above clockwise. */
  private static final int[] ROWS = {-1, -1, 0, 1, 1, 1, 0, -1};

  private static final int[] COLUMNS = {0, 1, 1, 1, 0, -1, -1, -1};

  private final Bitmap picture;

  private Thinning(Bitmap picture) {
    this.picture = picture;
  }

  /**
   * Thins a picture.
   *
   * @param picture not modified
   */
  public static Bitmap of(Bitmap picture) {
    Thinning thinning = new Thinning(picture.copy());
    boolean changed = true;
    while (changed) {
      changed = thinning.pass(true);
      changed |= thinning.pass(false);
    }
    thinning.last();
    return thinning.picture;
  }

  /** Whether the neighbors of a pixel are black, from the one above clockwise. */
  private boolean[] around(int pixel) {
    boolean[] black = new boolean[ROWS.length];
    for (int i = 0; i < black.length; i++) {
      black[i] =
          picture.black(pixel / picture.width() + ROWS[i], pixel % picture.width() + COLUMNS[i]);
    }
    return black;
  }

  private static int count(boolean[] black) {
    int count = 0;
    for (boolean each : black) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /** Takes away, all at once, edges that face one way, or those that face the other. */
  private boolean pass(boolean first) {
    List<Integer> found = new ArrayList<>();
    picture
        .pixels()
        .forEach(
            pixel -> {
              boolean[] p = around(pixel);
              boolean inside =
                  first ? (p[4] || p[5] || !p[7]) && p[6] : (p[0] || p[1] || !p[3]) && p[2];
              int neighbors = Math.min(pairs(p, 1), pairs(p, 0));
              if (parts(p) == 1 && neighbors >= 2 && neighbors <= 3 && !inside) {
                found.add(pixel);
              }
            });
    found.forEach(this::remove);
    return !found.isEmpty();
  }

  /** How many of the four pairs of neighbors, from one of them on, have a black one. */
  private static int pairs(boolean[] p, int from) {
    int pairs = 0;
    for (int i = from; i < from + p.length; i += 2) {
      pairs += p[i % p.length] || p[(i + 1) % p.length] ? 1 : 0;
    }
    return pairs;
  }

  /** Takes away the corners of stairs: what joins nothing that is not joined without it. */
  private void last() {
    for (int pixel : picture.pixels().toArray()) {
      removeIfJoined(pixel);
    }
  }

  /** Takes a pixel away that is no end, and whose neighbors hang together without it. */
  private void removeIfJoined(int pixel) {
    boolean[] p = around(pixel);
    if (count(p) >= 2 && parts(p) == 1) {
      remove(pixel);
    }
  }

  private void remove(int pixel) {
    picture.set(pixel / picture.width(), pixel % picture.width(), false);
  }

  /** Number of parts that hang together, at corners too, among the neighbors of a pixel. */
  private static int parts(boolean[] p) {
    int parts = 0;
    for (int side = 0; side < p.length; side += 2) {
      boolean next = p[(side + 1) % p.length] || p[(side + 2) % p.length];
      parts += !p[side] && next ? 1 : 0;
    }
    return parts;
  }
}
