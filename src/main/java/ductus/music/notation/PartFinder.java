package ductus.music.notation;

import ductus.music.Instruments;
import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the parts of a score: each track and channel that has notes. */
final class PartFinder {
  private static final int CHANNELS = 16;

  private final Score score;
  private final List<NotatedBar> bars;

  PartFinder(Score score, List<NotatedBar> bars) {
    this.score = score;
    this.bars = bars;
  }

  List<NotatedPart> parts() {
    TreeMap<Integer, List<Note>> byPart = new TreeMap<>();
    for (Note note : score.notes()) {
      byPart
          .computeIfAbsent(note.track() * CHANNELS + note.channel(), key -> new ArrayList<>())
          .add(note);
    }
    List<NotatedPart> parts = new ArrayList<>();
    for (Map.Entry<Integer, List<Note>> entry : byPart.entrySet()) {
      int track = entry.getKey() / CHANNELS;
      int channel = entry.getKey() % CHANNELS;
      boolean drums = channel == Note.DRUM_CHANNEL;
      boolean alone = byPart.subMap(track * CHANNELS, (track + 1) * CHANNELS).size() == 1;
      int program = score.program(track, channel);
      parts.add(
          new NotatedPart(
              name(track, alone, drums ? "Drums" : Instruments.name(program)),
              channel,
              program,
              drums,
              VoiceSplit.voices(placed(entry.getValue(), drums))));
    }
    return parts;
  }

  private String name(int track, boolean alone, String instrument) {
    String ofTrack = score.trackName(track);
    if (ofTrack.isEmpty()) {
      return instrument;
    }
    return alone ? ofTrack : ofTrack + ", " + instrument;
  }

  private List<VoiceSplit.Placed> placed(List<Note> notes, boolean drums) {
    List<Double> times = new ArrayList<>();
    for (Note note : notes) {
      times.add(NotatedScore.exact(note.onset(), score));
      if (!drums) {
        times.add(NotatedScore.exact(note.end(), score));
      }
    }
    CellGrid grid = new CellGrid(bars, times);
    List<VoiceSplit.Placed> placed = new ArrayList<>();
    TreeSet<Long> onsets = new TreeSet<>();
    for (Note note : notes) {
      double exact = NotatedScore.exact(note.onset(), score);
      long onset = grid.place(exact);
      onsets.add(onset);
      long end = grid.place(NotatedScore.exact(note.end(), score));
      placed.add(
          new VoiceSplit.Placed(
              onset, end > onset ? end : onset + grid.shortest(exact), note.pitch()));
    }
    return drums ? strokes(placed, onsets, grid) : placed;
  }

  /**
   * The strokes of drums, each to the next one or the end of the cell: how long a drum is held says
   * nothing.
   */
  private static List<VoiceSplit.Placed> strokes(
      List<VoiceSplit.Placed> placed, NavigableSet<Long> onsets, CellGrid grid) {
    List<VoiceSplit.Placed> strokes = new ArrayList<>();
    for (VoiceSplit.Placed each : placed) {
      Long next = onsets.higher(each.onset());
      long cellEnd = grid.cellEnd(each.onset());
      strokes.add(
          new VoiceSplit.Placed(
              each.onset(), next == null ? cellEnd : Math.min(next, cellEnd), each.pitch()));
    }
    return strokes;
  }
}
