package ductus.music.engraving.drawing;

import ductus.music.engraving.glyph.Glyph;
import java.util.ArrayList;
import java.util.List;

/** A thing of a drawing. */
public sealed interface Mark {
  /** Returns this mark at another place. */
  Mark moved(double right, double down);

  /** A sign of music, scaled. */
  record Sign(Glyph glyph, double x, double y, double scaleX, double scaleY) implements Mark {
    @Override
    public Mark moved(double right, double down) {
      return new Sign(glyph, x + right, y + down, scaleX, scaleY);
    }
  }

  /** A straight line with flat ends. */
  record Rule(double x1, double y1, double x2, double y2, double width) implements Mark {
    @Override
    public Mark moved(double right, double down) {
      return new Rule(x1 + right, y1 + down, x2 + right, y2 + down, width);
    }
  }

  /**
   * A filled outline.
   *
   * @param curved whether the points behind the first are those of Bézier curves, three each
   * @param points x and y in turn
   */
  record Outline(boolean curved, List<Double> points) implements Mark {
    public Outline {
      points = List.copyOf(points);
    }

    @Override
    public Mark moved(double right, double down) {
      List<Double> moved = new ArrayList<>(points.size());
      for (int i = 0; i < points.size(); i++) {
        moved.add(points.get(i) + (i % 2 == 0 ? right : down));
      }
      return new Outline(curved, moved);
    }
  }

  /**
   * A line of text.
   *
   * @param size of the font
   * @param anchor share of the text's width left of x: 0, 0.5 or 1
   * @param kind what it is, as a class of SVG
   */
  record Words(double x, double y, double size, double anchor, String text, String kind)
      implements Mark {
    @Override
    public Mark moved(double right, double down) {
      return new Words(x + right, y + down, size, anchor, text, kind);
    }
  }

  /**
   * A rectangle that is not seen.
   *
   * @param attributes of SVG, names and values in turn
   */
  record Region(double x, double y, double width, double height, List<String> attributes)
      implements Mark {
    public Region {
      attributes = List.copyOf(attributes);
    }

    @Override
    public Mark moved(double right, double down) {
      return new Region(x + right, y + down, width, height, attributes);
    }
  }

  /**
   * The begin of a group.
   *
   * @param attributes of SVG, names and values in turn
   */
  record Open(List<String> attributes) implements Mark {
    public Open {
      attributes = List.copyOf(attributes);
    }

    @Override
    public Mark moved(double right, double down) {
      return this;
    }
  }

  /** The end of a group. */
  record Close() implements Mark {
    @Override
    public Mark moved(double right, double down) {
      return this;
    }
  }
}
