package ductus.ink.read.xml;

import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code transform} attribute of SVG: one or more transforms, the last applied first. */
final class SvgTransform {
  private static final Pattern ONE = Pattern.compile("[\\s,]*([A-Za-z]+)\\s*\\(([^()]*)\\)[\\s,]*");

  private SvgTransform() {}

  /**
   * Reads a list of transforms as one.
   *
   * @throws IllegalArgumentException if it is none; the message names what is wrong
   */
  static AffineTransform parse(String text) {
    AffineTransform all = new AffineTransform();
    Matcher matcher = ONE.matcher(text);
    int position = 0;
    while (position < text.length()) {
      matcher.region(position, text.length());
      if (!matcher.lookingAt()) {
        if (text.substring(position).isBlank()) {
          break;
        }
        throw new IllegalArgumentException(
            "transform must be such as translate(10 20) but was '" + text + "'");
      }
      all.concatenate(one(matcher.group(1), numbers(matcher.group(2), text), text));
      position = matcher.end();
    }
    return all;
  }

  private static AffineTransform one(String name, double[] n, String text) {
    return switch (name + " " + n.length) {
      case "matrix 6" -> new AffineTransform(n);
      case "translate 1" -> AffineTransform.getTranslateInstance(n[0], 0);
      case "translate 2" -> AffineTransform.getTranslateInstance(n[0], n[1]);
      case "scale 1" -> AffineTransform.getScaleInstance(n[0], n[0]);
      case "scale 2" -> AffineTransform.getScaleInstance(n[0], n[1]);
      case "rotate 1" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]));
      case "rotate 3" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]), n[1], n[2]);
      case "skewX 1" -> AffineTransform.getShearInstance(StrictMath.tan(Math.toRadians(n[0])), 0);
      case "skewY 1" -> AffineTransform.getShearInstance(0, StrictMath.tan(Math.toRadians(n[0])));
      default ->
          throw new IllegalArgumentException(
              "transform must be of known functions with their numbers but was '" + text + "'");
    };
  }

  private static double[] numbers(String list, String text) {
    try {
      return list.isBlank()
          ? new double[0]
          : Arrays.stream(list.strip().split("[\\s,]+", -1))
              .mapToDouble(Double::parseDouble)
              .toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("transform must have numbers but was '" + text + "'", e);
    }
  }
}
