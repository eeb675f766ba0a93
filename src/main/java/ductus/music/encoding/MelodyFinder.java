package ductus.music.encoding;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.ProgramChange;
import ductus.music.Score;
import ductus.music.TextEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the tune in a score, sets it on a grid, and finds its key.
 *
 * <p>Each track and channel is a candidate, and the highest notes of all together are one more.
 * Bars of silence before and after the tune are left out. A text {@code K:Ador} in the score
 * decides the key; else {@link KeyFinder} does.
 */
public final class MelodyFinder {
  /** With fewer notes there is no tune. */
  public static final int FEWEST_NOTES = 4;

  /** Tunes of more bars are left out. */
  public static final int MOST_BARS = 1024;

  /**
   * The largest mean error of the onsets in grid steps; above it, the notes do not follow the
   * file's beat (notes scattered at random would have 0.25).
   */
  public static final double MOST_ERROR_IN_STEPS = 0.2;

  /** A track that holds the tune alone should win over the same notes among others. */
  private static final double ALL_TRACKS_WEIGHT = -0.7;

  private MelodyFinder() {}

  /** The tune of a score, or why there is none. */
  public static MelodyFinding find(Score score) {
    List<MelodyCandidate> candidates = candidates(score);
    if (candidates.isEmpty()) {
      return MelodyFinding.refused(
          candidates, score.notes().isEmpty() ? "it has no notes" : "it has no notes but drums");
    }
    List<Note> voice = candidates.get(0).notes();
    if (voice.size() < FEWEST_NOTES) {
      return MelodyFinding.refused(
          candidates,
          "its melody has "
              + voice.size()
              + (voice.size() == 1 ? " note" : " notes")
              + ", fewer than "
              + FEWEST_NOTES);
    }
    return new MelodySetting(score, voice).find(candidates);
  }

  /** The voices that may be the tune, best first; none if there are no notes but drums. */
  public static List<MelodyCandidate> candidates(Score score) {
    List<Bar> bars = MelodySetting.bars(score);
    Map<Integer, List<Note>> voices = new TreeMap<>();
    List<Note> all = new ArrayList<>();
    for (Note note : score.notes()) {
      if (!note.isDrum()) {
        voices
            .computeIfAbsent(note.track() * 16 + note.channel(), k -> new ArrayList<>())
            .add(note);
        all.add(note);
      }
    }
    List<MelodyCandidate> candidates = new ArrayList<>();
    voices.forEach(
        (voice, notes) -> candidates.add(appraise(score, bars, voice / 16, voice % 16, notes)));
    if (voices.size() > 1) {
      VoiceAppraisal appraisal =
          new VoiceAppraisal(
              all, Skyline.of(all, score.ticksPerQuarter()), score.ticksPerQuarter());
      appraisal.weighNotes(bars);
      appraisal.add("all tracks", ALL_TRACKS_WEIGHT);
      candidates.add(appraisal.candidate("highest notes of all tracks"));
    }
    candidates.sort(Comparator.comparingDouble(MelodyCandidate::score).reversed());
    return candidates;
  }

  private static MelodyCandidate appraise(
      Score score, List<Bar> bars, int track, int channel, List<Note> notes) {
    VoiceAppraisal appraisal =
        new VoiceAppraisal(
            notes, Skyline.of(notes, score.ticksPerQuarter()), score.ticksPerQuarter());
    appraisal.weighNotes(bars);
    String name = name(score, track);
    appraisal.weighName(name);
    appraisal.weighProgram(program(score, track, channel));
    String place = "track " + track + ", channel " + (channel + 1);
    return appraisal.candidate(name.isEmpty() ? place : name + " (" + place + ")");
  }

  private static String name(Score score, int track) {
    for (TextEvent text : score.texts()) {
      if (text.track() == track && text.kind() == TextEvent.Kind.TRACK_NAME) {
        return text.text().strip();
      }
    }
    return "";
  }

  private static int program(Score score, int track, int channel) {
    int found = 0;
    boolean ofTrack = false;
    for (ProgramChange change : score.programs()) {
      if (change.channel() == channel && (change.track() == track || !ofTrack)) {
        if (change.track() == track && ofTrack) {
          break;
        }
        ofTrack |= change.track() == track;
        found = change.program();
      }
    }
    return found;
  }
}
