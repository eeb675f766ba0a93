package ductus.music.musicxml.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part as it is written, with what holds at the place up to which it was read. */
final class WrittenPart {
  private static final int MEZZO_FORTE = 80;

  final String name;

  /** The instruments by their ids, the part's usual one first. */
  final Map<String, PartInstrument> instruments;

  final List<WrittenMeasure> measures = new ArrayList<>();

  /** Parts of a quarter note in which durations are counted; 0 before it is said. */
  int divisions;

  /** Semitones from the written to the sounding pitch, by staff; of all staves under 0. */
  final Map<Integer, Integer> transpositions = new HashMap<>();

  int velocity = MEZZO_FORTE;

  private final Map<String, Integer> voices = new HashMap<>();

  WrittenPart(String name, Map<String, PartInstrument> instruments) {
    this.name = name;
    this.instruments = new LinkedHashMap<>(instruments);
  }

  /** Returns the instrument of an id, the usual one for none. */
  String instrument(String id) {
    return instruments.containsKey(id) ? id : instruments.keySet().stream().findFirst().orElse("");
  }

  /** Semitones from the written to the sounding pitch of a staff. */
  int transposition(int staff) {
    return transpositions.getOrDefault(staff, transpositions.getOrDefault(0, 0));
  }

  /** Number of a voice, from 0 in the order in which they appear. */
  int voice(String label) {
    return voices.computeIfAbsent(label, added -> voices.size());
  }
}
