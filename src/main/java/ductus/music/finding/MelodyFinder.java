package ductus.music.finding;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TextEvent;
import ductus.music.finding.MelodyFinding.MelodyCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  /** Fewest notes of a tune. */
  public static final int FEWEST_NOTES = 4;

  /** Most bars of a tune; those of more are left out. */
  public static final int MOST_BARS = 1024;

  /**
   * The largest mean error of the onsets in grid steps; above it, the notes do not follow the
   * file's beat (notes scattered at random would have 0.25).
   */
  public static final double MOST_ERROR_IN_STEPS = 0.2;

  /**
   * Weight of all tracks together; a track that holds the tune alone should win over the same notes
   * among others.
   */
  private static final double ALL_TRACKS_WEIGHT = -0.7;

  /** Number of every track together; voices are numbered 16 · track + channel. */
  private static final int ANY_TRACK = -16;

  private MelodyFinder() {}

  /** Finds the tune of a score, or why there is none. */
  public static MelodyFinding find(Score score) {
    return find(score, FEWEST_NOTES);
  }

  /**
   * Finds the tune of a score of so many notes at least, or why there is none.
   *
   * @param fewestNotes with fewer notes there is no tune; 1 or more
   */
  public static MelodyFinding find(Score score, int fewestNotes) {
    List<Bar> bars = MelodySetting.bars(score);
    if (bars.size() > Bar.MOST_OF_PIECE) {
      return MelodyFinding.refused(
          List.of(), "it has more than " + Bar.MOST_OF_PIECE + " bars, most of them empty");
    }
    List<MelodyCandidate> candidates = candidates(score, bars);
    if (candidates.isEmpty()) {
      return MelodyFinding.refused(
          candidates, score.notes().isEmpty() ? "it has no notes" : "it has no notes but drums");
    }
    List<Note> voice = candidates.get(0).notes();
    if (voice.size() < fewestNotes) {
      return MelodyFinding.refused(
          candidates,
          "its melody has "
              + voice.size()
              + (voice.size() == 1 ? " note" : " notes")
              + ", fewer than "
              + fewestNotes);
    }
    return new MelodySetting(score, bars, voice).find(candidates);
  }

  /** The voices that may be the tune, best first; none if there are no notes but drums. */
  private static List<MelodyCandidate> candidates(Score score, List<Bar> bars) {
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
    Map<Integer, String> names = names(score);
    Map<Integer, Integer> programs = programs(score);
    List<MelodyCandidate> candidates = new ArrayList<>();
    voices.forEach(
        (voice, notes) -> {
          VoiceAppraisal appraisal = appraisal(notes, score.ticksPerQuarter());
          appraisal.weighNotes(bars);
          String name = names.getOrDefault(voice / 16, "");
          appraisal.weighName(name);
          int ofChannel = programs.getOrDefault(ANY_TRACK + voice % 16, 0);
          appraisal.weighProgram(programs.getOrDefault(voice, ofChannel));
          String place = "track " + voice / 16 + ", channel " + (voice % 16 + 1);
          candidates.add(appraisal.candidate(name.isEmpty() ? place : name + " (" + place + ")"));
        });
    if (voices.size() > 1) {
      VoiceAppraisal appraisal = appraisal(all, score.ticksPerQuarter());
      appraisal.weighNotes(bars);
      appraisal.add("all tracks", ALL_TRACKS_WEIGHT);
      candidates.add(appraisal.candidate("highest notes of all tracks"));
    }
    candidates.sort(Comparator.comparingDouble(MelodyCandidate::score).reversed());
    return candidates;
  }

  private static VoiceAppraisal appraisal(List<Note> notes, int ticksPerQuarter) {
    return new VoiceAppraisal(notes, Skyline.of(notes, ticksPerQuarter), ticksPerQuarter);
  }

  /** The first name of each track. */
  private static Map<Integer, String> names(Score score) {
    Map<Integer, String> names = new HashMap<>();
    for (TextEvent text : score.texts()) {
      if (text.kind() == TextEvent.Kind.TRACK_NAME) {
        names.putIfAbsent(text.track(), text.text().strip());
      }
    }
    return names;
  }

  /** The first instrument of each voice, and of each channel on any track. */
  private static Map<Integer, Integer> programs(Score score) {
    Map<Integer, Integer> programs = new HashMap<>();
    for (ProgramChange change : score.programs()) {
      programs.putIfAbsent(change.track() * 16 + change.channel(), change.program());
      programs.putIfAbsent(ANY_TRACK + change.channel(), change.program());
    }
    return programs;
  }
}
