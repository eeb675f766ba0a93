package ductus.music.musicxml;

import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a chord symbol as a harmony element. */
final class HarmonyElement {
  private static final Pattern FORM = Pattern.compile("([A-G])([#b]?)([^/]*)(?:/([A-G])([#b]?))?");

  private HarmonyElement() {}

  /**
   * Writes a symbol; its kind is also given as the text that it was.
   *
   * @param offset units from where the next note begins
   */
  static void write(XmlLines xml, String symbol, long offset) {
    Matcher matcher = FORM.matcher(symbol);
    if (!matcher.matches()) {
      return;
    }
    xml.open("harmony").open("root").text("root-step", matcher.group(1));
    alteration(xml, "root-alter", matcher.group(2));
    xml.close();
    String kind = matcher.group(3);
    xml.text("kind", kind(symbol), "text", kind);
    String bass = matcher.group(4);
    if (bass != null) {
      xml.open("bass").text("bass-step", bass);
      alteration(xml, "bass-alter", matcher.group(5));
      xml.close();
    }
    if (offset > 0) {
      xml.number("offset", offset);
    }
    xml.close();
  }

  private static void alteration(XmlLines xml, String name, String sign) {
    if (!sign.isEmpty()) {
      xml.number(name, sign.equals("#") ? 1 : -1);
    }
  }

  private static String kind(String symbol) {
    ChordQuality quality;
    try {
      quality = ChordSymbol.parse(symbol).quality();
    } catch (IllegalArgumentException unknown) {
      return "other";
    }
    return switch (quality) {
      case MAJOR -> "major";
      case MINOR -> "minor";
      case DIMINISHED -> "diminished";
      case AUGMENTED -> "augmented";
      case SUSPENDED_SECOND -> "suspended-second";
      case SUSPENDED_FOURTH -> "suspended-fourth";
      case FIFTH -> "power";
      case SEVENTH -> "dominant";
      case MAJOR_SEVENTH -> "major-seventh";
      case MINOR_SEVENTH -> "minor-seventh";
      case MINOR_MAJOR_SEVENTH -> "major-minor";
      case DIMINISHED_SEVENTH -> "diminished-seventh";
      case HALF_DIMINISHED -> "half-diminished";
      case AUGMENTED_SEVENTH -> "augmented-seventh";
      case SIXTH -> "major-sixth";
      case MINOR_SIXTH -> "minor-sixth";
      case NINTH -> "dominant-ninth";
      case MINOR_NINTH -> "minor-ninth";
      case MAJOR_NINTH -> "major-ninth";
      case SUSPENDED_SEVENTH, ADDED_NINTH, FLAT_NINTH, NONE -> "other";
    };
  }
}
