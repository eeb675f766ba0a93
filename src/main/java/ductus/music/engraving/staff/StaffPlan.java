package ductus.music.engraving.staff;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TextEvent;
import ductus.music.engraving.reading.HandSplit;
import ductus.music.engraving.reading.WrittenTime;
import ductus.music.engraving.reading.WrittenTimes;
import ductus.music.engraving.staff.StaffLine.Hand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which notes of a score go on which staff: a staff for each track and channel, two for what a
 * piano plays with both hands, two for a choir of four voices; none for chords that are written as
 * symbols.
 *
 * @param lines in the order of their staves
 * @param joints staves that belong together
 */
record StaffPlan(List<StaffLine> lines, List<Joint> joints) {
  private static final int CHANNELS = 16;
  private static final int KEYBOARDS = 24;
  private static final int MIDDLE_C = 60;

  /** Notes of each hand from which a part gets two staves: one in eight. */
  private static final int LEAST_SHARE = 8;

  private static final int CHOIR = 4;

  StaffPlan {
    lines = List.copyOf(lines);
    joints = List.copyOf(joints);
  }

  /** Plans the staves of a score that has notes. */
  static StaffPlan of(Score score) {
    List<StaffLine> parts = parts(score);
    List<StaffLine> pitched = parts.stream().filter(part -> !part.isDrums()).toList();
    if (pitched.size() == CHOIR && parts.size() == CHOIR && isChoir(pitched, score)) {
      return choir(pitched);
    }
    List<StaffLine> lines = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    int staff = 0;
    for (StaffLine part : parts) {
      HandSplit split = new HandSplit(score, part.notes());
      boolean isKeyboard = !part.isDrums() && part.program(score) < KEYBOARDS;
      Set<Integer> ofRight = isKeyboard ? split.right() : Set.of();
      List<Integer> right = part.notes().stream().filter(ofRight::contains).toList();
      List<Integer> left = part.notes().stream().filter(index -> !ofRight.contains(index)).toList();
      boolean both =
          isKeyboard
              && split.takesTwoHands()
              && Math.min(right.size(), left.size()) * LEAST_SHARE >= part.notes().size();
      if (both) {
        lines.add(
            new StaffLine(part.name(), right, part.channel(), part.track(), staff, Hand.RIGHT));
        lines.add(new StaffLine("", left, part.channel(), part.track(), staff + 1, Hand.LEFT));
        joints.add(new Joint(staff, staff + 1, true));
        staff += 2;
      } else {
        lines.add(part.on(staff++));
      }
    }
    if (joints.isEmpty() && isPiano(lines, score)) {
      joints.add(new Joint(0, 1, true));
    }
    return new StaffPlan(lines, joints);
  }

  /** The score with a track for each line. */
  Score score(Score from) {
    List<Note> notes = new ArrayList<>();
    List<ProgramChange> programs = new ArrayList<>();
    List<TextEvent> texts = new ArrayList<>();
    from.texts().stream()
        .filter(text -> text.kind() != TextEvent.Kind.TRACK_NAME)
        .map(text -> new TextEvent(text.tick(), lines.size(), text.kind(), text.text()))
        .forEach(texts::add);
    List<WrittenTime> times = WrittenTimes.of(from);
    boolean played = WrittenTimes.isPlayed(from);
    for (int i = 0; i < lines.size(); i++) {
      StaffLine line = lines.get(i);
      int channel = line.channel();
      notes.addAll(new WrittenLengths(line, from, times, played).notes(i));
      programs.add(new ProgramChange(0, channel, i, line.program(from)));
      if (!line.name().isEmpty()) {
        texts.add(new TextEvent(0, i, TextEvent.Kind.TRACK_NAME, line.name()));
      }
    }
    notes.sort(Note.ORDER);
    return new Score(
        from.ticksPerQuarter(),
        Math.max(from.length(), notes.stream().mapToLong(Note::end).max().orElse(0)),
        notes,
        from.tempos(),
        from.timeSignatures(),
        from.keySignatures(),
        programs,
        List.of(),
        texts);
  }

  private static List<StaffLine> parts(Score score) {
    TreeMap<Integer, List<Integer>> byPart = new TreeMap<>();
    for (int i = 0; i < score.notes().size(); i++) {
      Note note = score.notes().get(i);
      byPart
          .computeIfAbsent(note.track() * CHANNELS + note.channel(), key -> new ArrayList<>())
          .add(i);
    }
    List<StaffLine> parts = new ArrayList<>();
    for (Map.Entry<Integer, List<Integer>> entry : byPart.entrySet()) {
      int track = entry.getKey() / CHANNELS;
      boolean alone = byPart.subMap(track * CHANNELS, (track + 1) * CHANNELS).size() == 1;
      parts.add(
          new StaffLine(
              alone ? score.trackName(track) : "",
              entry.getValue(),
              entry.getKey() % CHANNELS,
              track,
              parts.size(),
              Hand.ANY));
    }
    List<StaffLine> tune =
        parts.stream().filter(part -> !part.name().equals(Score.CHORD_TRACK)).toList();
    boolean isLeadsheet =
        tune.size() == 1
            && !tune.get(0).isDrums()
            && score.texts().stream().anyMatch(TextEvent::isChordSymbol);
    return isLeadsheet ? tune : parts;
  }

  private static boolean isPiano(List<StaffLine> lines, Score score) {
    return lines.size() == 2
        && lines.stream().allMatch(line -> !line.isDrums() && line.program(score) < KEYBOARDS)
        && mean(lines.get(0), score) > mean(lines.get(1), score);
  }

  private static boolean isChoir(List<StaffLine> parts, Score score) {
    double above = Double.MAX_VALUE;
    for (StaffLine part : parts) {
      double mean = mean(part, score);
      if (mean >= above || overlaps(part, score)) {
        return false;
      }
      above = mean;
    }
    return mean(parts.get(1), score) >= MIDDLE_C - 3 && above < MIDDLE_C;
  }

  private static double mean(StaffLine part, Score score) {
    return part.notes().stream()
        .mapToInt(index -> score.notes().get(index).pitch())
        .average()
        .orElse(0);
  }

  private static boolean overlaps(StaffLine part, Score score) {
    long end = 0;
    for (int index : part.notes()) {
      Note note = score.notes().get(index);
      if (note.onset() < end) {
        return true;
      }
      end = note.end();
    }
    return false;
  }

  private static StaffPlan choir(List<StaffLine> voices) {
    return new StaffPlan(
        List.of(voices.get(0).on(0), voices.get(1).on(0), voices.get(2).on(1), voices.get(3).on(1)),
        List.of(new Joint(0, 1, false)));
  }
}
