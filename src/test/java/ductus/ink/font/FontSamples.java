package ductus.ink.font;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.font.HandFont.FontNames;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A font of few letters, whose forms differ in height. */
final class FontSamples {
  static final FontNames NAMES = new FontNames("Sample Hand", "Drawn for a test.", "CC0 1.0");

  private FontSamples() {}

  /** A line whose points are as dense as those of written ones, or denser. */
  static Stroke line(double... xy) {
    List<PenPoint> points = new ArrayList<>(List.of(PenPoint.at(xy[0], xy[1])));
    for (int i = 2; i < xy.length; i += 2) {
      PenPoint from = PenPoint.at(xy[i - 2], xy[i - 1]);
      PenPoint to = PenPoint.at(xy[i], xy[i + 1]);
      int pieces = (int) Math.ceil(from.distance(to) / 0.05);
      for (int piece = 1; piece <= pieces; piece++) {
        points.add(from.towards(to, (double) piece / pieces));
      }
    }
    return new Stroke(points);
  }

  static HandFont font(int forms) {
    SortedMap<Integer, List<LetterForm>> letters = new TreeMap<>();
    for (int form = 0; form < forms; form++) {
      double more = 0.1 * form;
      add(letters, 'n', line(0, 0, 0, 1 + more, 0.6, 1 + more, 0.6, 0));
      add(letters, 'i', line(0, 0, 0, 1 + more), line(0, 1.5 + more));
      add(letters, 'T', line(0, 2, 1.2, 2), line(0.6, 2, 0.6, -more));
      add(letters, '.', line(0, 0));
      add(letters, 0x1F600, line(0, 0, 1, 0, 1, 1 + more, 0, 1, 0, 0));
    }
    return FontSetting.font(NAMES, letters);
  }

  private static void add(
      SortedMap<Integer, List<LetterForm>> letters, int character, Stroke... strokes) {
    letters
        .computeIfAbsent(character, any -> new ArrayList<>())
        .add(new LetterForm(List.of(strokes), null, null));
  }

  /** The first form of a character of a font. */
  static HandFont.Letter letter(HandFont font, int character) {
    return font.letters().getOrDefault(character, List.of()).get(0);
  }
}
