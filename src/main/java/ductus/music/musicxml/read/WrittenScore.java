package ductus.music.musicxml.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file says, as it is written. */
final class WrittenScore {
  String title = "";
  String composer = "";
  String rights = "";

  /** By their ids, in the order of the list of parts. */
  final Map<String, WrittenPart> parts = new LinkedHashMap<>();

  final List<MeasureSigns> signs = new ArrayList<>();
  final TickScale scale = new TickScale();
  int notes;

  /** The signs of a measure by its place in the score. */
  MeasureSigns signs(int measure) {
    while (signs.size() <= measure) {
      signs.add(new MeasureSigns());
    }
    return signs.get(measure);
  }
}
