package ductus.ink.scan;

import ductus.ink.Box;
import ductus.ink.skeleton.Bitmap;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of writing: a letter, or joined letters, with their dots and bars.
 *
 * @param parts one or more
 */
public record InkPiece(List<InkPart> parts) {
  public InkPiece {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a piece must have a part");
    }
  }

  /** The box around all parts. */
  public Box box() {
    return parts.stream().map(InkPart::box).reduce(Box::with).orElseThrow();
  }

  InkPiece with(InkPart part) {
    List<InkPart> all = new ArrayList<>(parts);
    all.add(part);
    return new InkPiece(all);
  }

  /**
   * The piece alone.
   *
   * @param height of the picture that it was found in
   * @param margin of white pixels at each side
   */
  public Bitmap alone(int height, int margin) {
    Box box = box();
    Bitmap alone = new Bitmap((int) box.width() + 2 * margin, (int) box.height() + 2 * margin);
    int top = height - (int) box.top() - margin;
    parts.forEach(part -> part.paint(alone, top, (int) box.left() - margin));
    return alone;
  }
}
