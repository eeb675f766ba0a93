package ductus.corpus.hand;

import ductus.file.BadFileException;
import ductus.ink.gather.HandGathering;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.read.InkFormat;
import ductus.ink.read.LineFont;
import ductus.ink.read.UjiReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A hand that one file says: a hand file, a writer of the UJI Pen Characters ({@code uji-w01} …) or
 * an EMS single-line font ({@code line-1} …).
 *
 * @param borrows whether marks that it lacks are those of hand files
 */
public record FileHand(Hand hand, boolean borrows) {
  /**
   * The EMS fonts: their places stand for their names, which are reserved. Those of the model that
   * ships come first.
   */
  private static final List<String> FONTS =
      List.of(
          "Brush",
          "CasualHand",
          "DecorousScript",
          "Qwandry",
          "Allure",
          "Bird",
          "BirdSwashCaps",
          "Capitol",
          "Delight",
          "DelightSwashCaps",
          "Elfin",
          "Felix",
          "Herculean",
          "Invite",
          "League",
          "LittlePrincess",
          "MistyNight",
          "Neato",
          "Nixish",
          "NixishItalic",
          "Osmotron",
          "Pancakes",
          "Pepita",
          "Readability",
          "ReadabilityItalic",
          "Society",
          "SpaceRocks",
          "Swiss",
          "Tech");

  /** Doubled lines, stars and circuits. */
  private static final List<String> UNLIKE_WRITING =
      List.of("Herculean", "MistyNight", "Nixish", "NixishItalic", "Osmotron", "SpaceRocks");

  private static final String HAND_ENDING = ".json";
  private static final String FONT_PREFIX = "EMS";
  private static final String FONT_ENDING = ".svg";
  private static final String UJI = "UJIpenchars-";

  /** How such files are called. */
  static final List<String> NAMES =
      List.of("*" + HAND_ENDING, UJI + "*", FONT_PREFIX + "*" + FONT_ENDING);

  /** Whether a file may be one, by its name. */
  static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(HAND_ENDING) || name.startsWith(UJI) || isFont(name);
  }

  /** Whether a file may be one by its name, but holds lines of ink in our own format. */
  static boolean isInk(Path file) {
    return String.valueOf(file.getFileName()).endsWith(HAND_ENDING) && InkFormat.holdsLines(file);
  }

  private static boolean isFont(String name) {
    return name.startsWith(FONT_PREFIX) && name.endsWith(FONT_ENDING);
  }

  /**
   * Reads a file that may be one.
   *
   * @throws BadFileException if it is none, or a font that nobody writes like
   */
  static FileHand read(Path file) throws BadFileException, IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(HAND_ENDING)) {
      return new FileHand(HandFile.read(file), false);
    }
    if (name.startsWith(UJI)) {
      return new FileHand(
          HandGathering.written("uji-" + name.substring(UJI.length()), UjiReader.read(file)), true);
    }
    String font = name.substring(FONT_PREFIX.length(), name.length() - FONT_ENDING.length());
    if (!FONTS.contains(font) || UNLIKE_WRITING.contains(font)) {
      throw new BadFileException(file, "not known as a font that looks like writing");
    }
    return new FileHand(
        HandGathering.font("line-" + (FONTS.indexOf(font) + 1), LineFont.read(file)), true);
  }
}
