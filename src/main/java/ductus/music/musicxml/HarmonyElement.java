package ductus.music.musicxml;

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
    xml.text("kind", kind(kind), "text", kind);
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

  private static String kind(String kind) {
    return switch (kind) {
      case "", "maj", "M" -> "major";
      case "m", "min", "-" -> "minor";
      case "5" -> "power";
      case "6", "maj6", "M6" -> "major-sixth";
      case "m6", "min6", "-6" -> "minor-sixth";
      case "7", "dom7" -> "dominant";
      case "m7", "min7", "-7" -> "minor-seventh";
      case "maj7", "M7" -> "major-seventh";
      case "mM7", "mmaj7" -> "major-minor";
      case "dim", "o", "\u00b0" -> "diminished";
      case "dim7", "o7", "\u00b07" -> "diminished-seventh";
      case "m7b5", "\u00f8", "\u00f87" -> "half-diminished";
      case "aug", "+" -> "augmented";
      case "aug7", "+7", "7#5" -> "augmented-seventh";
      case "sus", "sus4" -> "suspended-fourth";
      case "sus2" -> "suspended-second";
      case "9" -> "dominant-ninth";
      case "m9" -> "minor-ninth";
      case "maj9" -> "major-ninth";
      default -> "other";
    };
  }
}
