package ductus.music.finding;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.finding.MelodyFinding.MelodyCandidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Weighs what speaks for a voice being the tune: each look at it is one named reason. */
final class VoiceAppraisal {
  private static final Pattern TUNE_NAME =
      Pattern.compile(
          "\\b(melod(y|ie|ia)|lead|vocals?|vox|voice|solo|sing(er)?|tune|theme|soprano|cantus"
              + "|descant|treble|right)\\b");
  private static final Pattern OTHER_NAME =
      Pattern.compile(
          "\\b(bass|drums?|perc(ussion)?|chords?|pad|accomp(animent)?|harmony|backing|rhythm|left"
              + "|alto|tenor|comp|arp(eggio)?|guitar chords)\\b");

  private final List<Note> texture;
  private final List<Note> voice;
  private final int ticksPerQuarter;
  private final List<MelodyCandidate.Reason> reasons = new ArrayList<>();

  /**
   * Begins an appraisal without reasons yet.
   *
   * @param texture all notes that the voice was cut from
   * @param voice one note at a time, one note at least
   */
  VoiceAppraisal(List<Note> texture, List<Note> voice, int ticksPerQuarter) {
    this.texture = texture;
    this.voice = voice;
    this.ticksPerQuarter = ticksPerQuarter;
  }

  /** Weighs the notes: height, texture, movement, range, and how much of the piece they fill. */
  void weighNotes(List<Bar> bars) {
    double height = voice.stream().mapToInt(Note::pitch).average().orElse(0);
    add("pitch height", height > 88 ? 0 : Math.min(1.2, (height - 58) / 12));
    add("one note at a time", 3 * (monophonicShare() - 0.5));
    double quarters = (double) voice.stream().mapToLong(Note::duration).sum() / ticksPerQuarter;
    double density = voice.size() / Math.max(quarters, 1e-9);
    add("note density", density < 0.4 ? -1 : density > 8 ? -0.5 : density < 0.7 ? 0 : 0.5);
    add("interval sizes", Math.max(-1, (6 - meanInterval()) / 4));
    int range =
        voice.stream().mapToInt(Note::pitch).max().orElse(0)
            - voice.stream().mapToInt(Note::pitch).min().orElse(0);
    add("range", range < 5 ? -1 : range > 36 ? -0.7 : 0.3);
    add("length covered", 2 * (shareOfBars(bars) - 0.5));
    if (voice.size() < 8) {
      add("few notes", -2);
    }
  }

  /** Weighs the track's name. */
  void weighName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.equals(Score.MELODY_TRACK)) {
      add("name", 6);
    } else if (OTHER_NAME.matcher(lower).find()) {
      add("name", -2);
    } else if (TUNE_NAME.matcher(lower).find()) {
      add("name", 3);
    }
  }

  /**
   * Weighs the instrument.
   *
   * @param program General MIDI program, 0 to 127
   */
  void weighProgram(int program) {
    double weight =
        switch (program / 8) {
          case 4, 14, 15 -> -2;
          case 11 -> -0.7;
          case 3, 6 -> -0.3;
          case 5, 7, 8, 9, 10 -> 0.4;
          default -> 0;
        };
    if (weight != 0) {
      add("instrument", weight);
    }
  }

  /** Adds a reason from elsewhere. */
  void add(String name, double weight) {
    reasons.add(new MelodyCandidate.Reason(name, weight));
  }

  MelodyCandidate candidate(String label) {
    double score = reasons.stream().mapToDouble(MelodyCandidate.Reason::weight).sum();
    return new MelodyCandidate(label, score, reasons, voice);
  }

  /** Share of the time in which anything sounds that has one note only. */
  private double monophonicShare() {
    long[] onsets = texture.stream().mapToLong(Note::onset).sorted().toArray();
    long[] ends = texture.stream().mapToLong(Note::end).sorted().toArray();
    long alone = 0;
    long any = 0;
    long now = 0;
    int sounding = 0;
    int nextOnset = 0;
    for (long end : ends) {
      while (nextOnset < onsets.length && onsets[nextOnset] <= end) {
        long onset = onsets[nextOnset++];
        alone += sounding == 1 ? onset - now : 0;
        any += sounding > 0 ? onset - now : 0;
        now = onset;
        sounding++;
      }
      alone += sounding == 1 ? end - now : 0;
      any += sounding > 0 ? end - now : 0;
      now = end;
      sounding--;
    }
    return any == 0 ? 0 : (double) alone / any;
  }

  private double meanInterval() {
    double sum = 0;
    for (int i = 1; i < voice.size(); i++) {
      sum += Math.abs(voice.get(i).pitch() - voice.get(i - 1).pitch());
    }
    return sum / Math.max(1, voice.size() - 1);
  }

  private double shareOfBars(List<Bar> bars) {
    long[] starts = bars.stream().mapToLong(Bar::start).toArray();
    Set<Integer> filled = new HashSet<>();
    for (Note note : voice) {
      int found = Arrays.binarySearch(starts, note.onset());
      filled.add(found >= 0 ? found : -found - 2);
    }
    return (double) filled.size() / Math.max(1, starts.length);
  }
}
