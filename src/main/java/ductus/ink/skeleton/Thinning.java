package ductus.ink.skeleton;

import java.util.ArrayList;
import java.util.List;

/**
 * Thins lines until they are one pixel broad, in their middle, connected as before (Zhang and Suen
 * 1984); what that leaves two pixels broad is thinned by one pixel after the other.
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

  /**
   * Takes away what lies at the lower right, or at the upper left. What is found at once is taken
   * away one by one, so that slanting lines of two pixels do not vanish.
   */
  private boolean pass(boolean lowerRight) {
    List<Integer> found = new ArrayList<>();
    picture
        .pixels()
        .forEach(
            pixel -> {
              boolean[] p = around(pixel);
              int neighbors = count(p);
              boolean outside =
                  lowerRight
                      ? !(p[0] && p[2] && p[4]) && !(p[2] && p[4] && p[6])
                      : !(p[0] && p[2] && p[6]) && !(p[0] && p[4] && p[6]);
              if (neighbors >= 2 && neighbors <= 6 && turns(p) == 1 && outside) {
                found.add(pixel);
              }
            });
    int before = picture.area();
    found.forEach(this::removeIfJoined);
    return picture.area() < before;
  }

  /** How often white is followed by black around a pixel. */
  private static int turns(boolean[] p) {
    int turns = 0;
    for (int i = 0; i < p.length; i++) {
      turns += !p[i] && p[(i + 1) % p.length] ? 1 : 0;
    }
    return turns;
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
      picture.set(pixel / picture.width(), pixel % picture.width(), false);
    }
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
