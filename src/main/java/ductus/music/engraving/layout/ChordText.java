package ductus.music.engraving.layout;

/** Chord symbols as they are printed: with the signs of sharps and flats. */
final class ChordText {
  private ChordText() {}

  static String of(String symbol) {
    return symbol
        .replace('#', '\u266f')
        .replaceAll("(?<=^[A-G]|/[A-G])b", "\u266d")
        .replaceAll("b(?=\\d)", "\u266d");
  }
}
