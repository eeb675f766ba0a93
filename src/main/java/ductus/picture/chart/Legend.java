package ductus.picture.chart;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.util.List;

/**
 * Names with a square of their color, in as many lines as they need.
 *
 * @param names in the order of the colors
 * @param width of the room for them
 */
record Legend(List<String> names, double width) {
  private static final double SIZE = 13;
  private static final double LINE = 20;

  /** Mean width of a letter, in ems, roughly: text has no measure without fonts. */
  private static final double LETTER = 0.56;

  Legend {
    names = List.copyOf(names);
  }

  private static double width(String name) {
    return 18 + name.length() * SIZE * LETTER + 22;
  }

  /** Height of all lines of the legend. */
  double height() {
    double x = 0;
    double height = LINE;
    for (String name : names) {
      if (x > 0 && x + width(name) > width) {
        x = 0;
        height += LINE;
      }
      x += width(name);
    }
    return height;
  }

  /** Draws the legend from its upper left corner on. */
  void draw(SvgDocument svg, double left, double top) {
    double x = left;
    double y = top + SIZE;
    svg.open("font-size", SvgDocument.number(SIZE));
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (x > left && x - left + width(name) > width) {
        x = left;
        y += LINE;
      }
      svg.rectangle(x, y - 10, 11, 11, "rx", "2", "fill", Palette.series(i));
      svg.text(x + 18, y, name);
      x += width(name);
    }
    svg.close();
  }
}
