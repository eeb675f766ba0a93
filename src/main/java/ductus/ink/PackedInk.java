package ductus.ink;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Strokes in little memory: places of points as floats, without times and pressures. A corpus of
 * lines holds millions of points. Immutable.
 */
public final class PackedInk {
  /** x and y of each point. */
  private final float[] places;

  /** The number of points up to the end of each stroke. */
  private final int[] ends;

  private PackedInk(float[] places, int[] ends) {
    this.places = places;
    this.ends = ends;
  }

  /** Packs strokes. */
  public static PackedInk of(List<Stroke> strokes) {
    int points = strokes.stream().mapToInt(stroke -> stroke.points().size()).sum();
    PackedInk packed = new PackedInk(new float[2 * points], new int[strokes.size()]);
    int at = 0;
    for (int i = 0; i < packed.ends.length; i++) {
      for (PenPoint point : strokes.get(i).points()) {
        packed.places[2 * at] = (float) point.x();
        packed.places[2 * at + 1] = (float) point.y();
        at++;
      }
      packed.ends[i] = at;
    }
    return packed;
  }

  /** The strokes, their points of unknown time and pressure. */
  public List<Stroke> strokes() {
    List<Stroke> strokes = new ArrayList<>(ends.length);
    int at = 0;
    for (int end : ends) {
      List<PenPoint> points = new ArrayList<>(end - at);
      for (; at < end; at++) {
        points.add(PenPoint.at(places[2 * at], places[2 * at + 1]));
      }
      strokes.add(new Stroke(points));
    }
    return strokes;
  }

  /** Adds all places and ends to a digest. */
  public void addTo(MessageDigest digest) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * places.length + Integer.BYTES * ends.length);
    bytes.asFloatBuffer().put(places);
    bytes.position(Float.BYTES * places.length);
    bytes.asIntBuffer().put(ends);
    digest.update(bytes.array());
  }
}
