package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A chord symbol as Ductus names it. Kinds that it does not know become the known one that has most
 * of their notes: a thirteenth becomes a ninth.
 *
 * @param name such as {@code Am7/G}; empty if the element names no root
 * @param offset divisions from where the element stands
 */
record HarmonySymbol(String name, double offset) {
  private static final String LETTERS = "C D EF G A B";

  /** Semitones of the degrees of a chord; the seventh is the one of a dominant chord. */
  private static final int[] SEMITONES = {0, 2, 4, 5, 7, 9, 10, 0, 2, 4, 5, 7, 9};

  private static final Map<String, ChordQuality> KINDS = new HashMap<>();

  static {
    KINDS.put("major", ChordQuality.MAJOR);
    KINDS.put("minor", ChordQuality.MINOR);
    KINDS.put("augmented", ChordQuality.AUGMENTED);
    KINDS.put("diminished", ChordQuality.DIMINISHED);
    KINDS.put("dominant", ChordQuality.SEVENTH);
    KINDS.put("major-seventh", ChordQuality.MAJOR_SEVENTH);
    KINDS.put("minor-seventh", ChordQuality.MINOR_SEVENTH);
    KINDS.put("diminished-seventh", ChordQuality.DIMINISHED_SEVENTH);
    KINDS.put("augmented-seventh", ChordQuality.AUGMENTED_SEVENTH);
    KINDS.put("half-diminished", ChordQuality.HALF_DIMINISHED);
    KINDS.put("major-minor", ChordQuality.MINOR_MAJOR_SEVENTH);
    KINDS.put("major-sixth", ChordQuality.SIXTH);
    KINDS.put("minor-sixth", ChordQuality.MINOR_SIXTH);
    KINDS.put("dominant-ninth", ChordQuality.NINTH);
    KINDS.put("major-ninth", ChordQuality.MAJOR_NINTH);
    KINDS.put("minor-ninth", ChordQuality.MINOR_NINTH);
    KINDS.put("augmented-ninth", ChordQuality.AUGMENTED_SEVENTH);
    KINDS.put("dominant-11th", ChordQuality.NINTH);
    KINDS.put("major-11th", ChordQuality.MAJOR_NINTH);
    KINDS.put("minor-11th", ChordQuality.MINOR_NINTH);
    KINDS.put("dominant-13th", ChordQuality.NINTH);
    KINDS.put("major-13th", ChordQuality.MAJOR_NINTH);
    KINDS.put("minor-13th", ChordQuality.MINOR_NINTH);
    KINDS.put("suspended-second", ChordQuality.SUSPENDED_SECOND);
    KINDS.put("suspended-fourth", ChordQuality.SUSPENDED_FOURTH);
    KINDS.put("power", ChordQuality.FIFTH);
    KINDS.put("none", ChordQuality.NONE);
  }

  /**
   * A change of a chord's notes.
   *
   * @param type add, alter or subtract
   */
  private record Degree(int value, int alter, String type) {}

  /** A note's name. */
  private record Root(String name, int pitchClass) {
    static final Root MISSING = new Root("", -1);
  }

  /** Reads the harmony at which the cursor stands. */
  static HarmonySymbol read(XmlCursor xml) throws BadFileException {
    Root root = Root.MISSING;
    Root bass = Root.MISSING;
    String kind = "major";
    String text = "";
    double offset = 0;
    List<Degree> degrees = new ArrayList<>();
    int harmony = xml.depth();
    while (xml.next(harmony)) {
      switch (xml.name()) {
        case "root" -> root = root(xml);
        case "bass" -> bass = root(xml);
        case "kind" -> {
          text = xml.attribute("text");
          kind = xml.text();
        }
        case "degree" -> degrees.add(degree(xml));
        case "offset" -> offset = xml.number();
        default -> {}
      }
    }
    if (kind.equals("none")) {
      return new HarmonySymbol(ChordSymbol.NONE.toString(), offset);
    }
    if (root.pitchClass() < 0) {
      return new HarmonySymbol("", offset);
    }
    ChordQuality quality = quality(kind, text, degrees);
    String slash = bass.pitchClass() < 0 ? "" : "/" + bass.name();
    return new HarmonySymbol(root.name() + quality.suffix() + slash, offset);
  }

  /** The quality that the text names, as "7sus4" does, else the one nearest to the notes. */
  private static ChordQuality quality(String kind, String text, List<Degree> degrees) {
    if (!text.isEmpty() && !text.contains("/")) {
      try {
        return ChordSymbol.parse("C" + text).quality();
      } catch (IllegalArgumentException unknown) {
        // The kind and its degrees tell.
      }
    }
    ChordQuality base = KINDS.getOrDefault(kind, ChordQuality.MAJOR);
    return degrees.isEmpty() ? base : nearest(base, tones(base, degrees));
  }

  private static int tones(ChordQuality base, List<Degree> degrees) {
    int tones = 0;
    for (int tone : base.tones()) {
      tones |= 1 << tone;
    }
    for (Degree degree : degrees) {
      int natural = SEMITONES[degree.value() - 1];
      int altered = 1 << Math.floorMod(natural + degree.alter(), 12);
      tones =
          switch (degree.type()) {
            case "alter" -> (tones & ~(1 << natural)) | altered;
            case "subtract" -> tones & ~altered;
            default -> tones | altered;
          };
    }
    return tones;
  }

  /** The quality with the most of some notes and no others, rather of the base's triad. */
  private static ChordQuality nearest(ChordQuality base, int tones) {
    ChordQuality best = base;
    int most = 0;
    for (ChordQuality each : ChordQuality.SOUNDING) {
      List<Integer> own = each.tones();
      if (own.stream().allMatch(tone -> (tones >> tone & 1) == 1)) {
        int weight = 4 * own.size() + (each.triad() == base.triad() ? 1 : 0);
        weight += each == base ? 1 : 0;
        if (weight > most) {
          most = weight;
          best = each;
        }
      }
    }
    return best;
  }

  /** The note of a root or bass element, whose children are called after it. */
  private static Root root(XmlCursor xml) throws BadFileException {
    String step = "";
    int alter = 0;
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().endsWith("-step")) {
        step = xml.text();
      } else if (xml.name().endsWith("-alter")) {
        alter = (int) Math.rint(Math.max(-4, Math.min(4, xml.number())));
      }
    }
    if (!step.matches("[A-G]")) {
      return Root.MISSING;
    }
    int pitchClass = Math.floorMod(LETTERS.indexOf(step) + alter, 12);
    String name =
        switch (alter) {
          case 0 -> step;
          case 1 -> step + "#";
          case -1 -> step + "b";
          default -> ChordSymbol.of(pitchClass, ChordQuality.MAJOR).toString();
        };
    return new Root(name, pitchClass);
  }

  private static Degree degree(XmlCursor xml) throws BadFileException {
    int value = 1;
    int alter = 0;
    String type = "add";
    int parent = xml.depth();
    while (xml.next(parent)) {
      switch (xml.name()) {
        case "degree-value" -> value = xml.whole(1, SEMITONES.length);
        case "degree-alter" -> alter = (int) Math.rint(Math.max(-4, Math.min(4, xml.number())));
        case "degree-type" -> type = xml.text();
        default -> {}
      }
    }
    return new Degree(value, alter, type);
  }
}
